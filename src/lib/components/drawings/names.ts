import type { Component } from 'svelte';
import BenchAndPigeon from './BenchAndPigeon.svelte';
import Bridge from './Bridge.svelte';
import Cairn from './Cairn.svelte';
import CaravanCake from './CaravanCake.svelte';
import CardboardShark from './CardboardShark.svelte';
import EnormousCat from './EnormousCat.svelte';
import FeltPens from './FeltPens.svelte';
import FruitFaces from './FruitFaces.svelte';
import Gate from './Gate.svelte';
import HatWithEars from './HatWithEars.svelte';
import Lantern from './Lantern.svelte';
import LitWindow from './LitWindow.svelte';
import NightWhale from './NightWhale.svelte';
import PastaJar from './PastaJar.svelte';
import PathHills from './PathHills.svelte';
import PigeonAndLlama from './PigeonAndLlama.svelte';
import Playground from './Playground.svelte';
import ToastHasASmell from './ToastHasASmell.svelte';
import TwoWalkers from './TwoWalkers.svelte';
import WalkToTheDoor from './WalkToTheDoor.svelte';
import WardrobeCart from './WardrobeCart.svelte';

export const drawings = {
	'path-hills': PathHills,
	playground: Playground,
	'two-walkers': TwoWalkers,
	'lit-window': LitWindow,
	lantern: Lantern,
	cairn: Cairn,
	gate: Gate,
	bridge: Bridge,
	'fruit-faces': FruitFaces,
	'enormous-cat': EnormousCat,
	'walk-to-the-door': WalkToTheDoor,
	'cardboard-shark': CardboardShark,
	'caravan-cake': CaravanCake,
	'wardrobe-cart': WardrobeCart,
	'night-whale': NightWhale,
	'hat-with-ears': HatWithEars,
	'pigeon-and-llama': PigeonAndLlama,
	'toast-has-a-smell': ToastHasASmell,
	'pasta-jar': PastaJar,
	'felt-pens': FeltPens,
	'bench-and-pigeon': BenchAndPigeon
} satisfies Record<string, Component<{ alt: string }>>;

export type DrawingName = keyof typeof drawings;
