import type { Component } from 'svelte';
import Bridge from './Bridge.svelte';
import Cairn from './Cairn.svelte';
import Gate from './Gate.svelte';
import Lantern from './Lantern.svelte';
import LitWindow from './LitWindow.svelte';
import PathHills from './PathHills.svelte';
import Playground from './Playground.svelte';
import TwoWalkers from './TwoWalkers.svelte';

export type DrawingName =
	| 'path-hills'
	| 'playground'
	| 'two-walkers'
	| 'lit-window'
	| 'lantern'
	| 'cairn'
	| 'gate'
	| 'bridge';

export const drawings: Record<DrawingName, Component<{ alt: string }>> = {
	'path-hills': PathHills,
	playground: Playground,
	'two-walkers': TwoWalkers,
	'lit-window': LitWindow,
	lantern: Lantern,
	cairn: Cairn,
	gate: Gate,
	bridge: Bridge
};
