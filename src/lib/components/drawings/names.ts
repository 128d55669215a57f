import type { Component } from 'svelte';
import BakeryVan from './BakeryVan.svelte';
import BenchAndPigeon from './BenchAndPigeon.svelte';
import BoatByTheHour from './BoatByTheHour.svelte';
import Bridge from './Bridge.svelte';
import Cairn from './Cairn.svelte';
import CaravanCake from './CaravanCake.svelte';
import CardboardShark from './CardboardShark.svelte';
import EnormousCat from './EnormousCat.svelte';
import FeltPens from './FeltPens.svelte';
import FourDoors from './FourDoors.svelte';
import FridgeInADuvet from './FridgeInADuvet.svelte';
import FruitFaces from './FruitFaces.svelte';
import Gate from './Gate.svelte';
import GravyOrChocolate from './GravyOrChocolate.svelte';
import HatWithEars from './HatWithEars.svelte';
import Lantern from './Lantern.svelte';
import LighthouseAndChips from './LighthouseAndChips.svelte';
import LitWindow from './LitWindow.svelte';
import NightWhale from './NightWhale.svelte';
import OnlyFishing from './OnlyFishing.svelte';
import OrganWithoutShoes from './OrganWithoutShoes.svelte';
import PastaJar from './PastaJar.svelte';
import PathHills from './PathHills.svelte';
import PigeonAndLlama from './PigeonAndLlama.svelte';
import Playground from './Playground.svelte';
import RainAndTheWheel from './RainAndTheWheel.svelte';
import TandemAndDucks from './TandemAndDucks.svelte';
import TentInATree from './TentInATree.svelte';
import TinsUnderTheBed from './TinsUnderTheBed.svelte';
import ToastHasASmell from './ToastHasASmell.svelte';
import TubaInAJacket from './TubaInAJacket.svelte';
import TubaThroughTheWall from './TubaThroughTheWall.svelte';
import TurnYourHead from './TurnYourHead.svelte';
import TwoWalkers from './TwoWalkers.svelte';
import WalkToTheDoor from './WalkToTheDoor.svelte';
import WardrobeCart from './WardrobeCart.svelte';
import WhoBoilsTheKettle from './WhoBoilsTheKettle.svelte';

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
	'bench-and-pigeon': BenchAndPigeon,
	'who-boils-the-kettle': WhoBoilsTheKettle,
	'tent-in-a-tree': TentInATree,
	'four-doors': FourDoors,
	'only-fishing': OnlyFishing,
	'turn-your-head': TurnYourHead,
	'fridge-in-a-duvet': FridgeInADuvet,
	'tandem-and-ducks': TandemAndDucks,
	'tuba-through-the-wall': TubaThroughTheWall,
	'lighthouse-and-chips': LighthouseAndChips,
	'boat-by-the-hour': BoatByTheHour,
	'tuba-in-a-jacket': TubaInAJacket,
	'gravy-or-chocolate': GravyOrChocolate,
	'rain-and-the-wheel': RainAndTheWheel,
	'bakery-van': BakeryVan,
	'organ-without-shoes': OrganWithoutShoes,
	'tins-under-the-bed': TinsUnderTheBed
} satisfies Record<string, Component<{ alt: string }>>;

export type DrawingName = keyof typeof drawings;
