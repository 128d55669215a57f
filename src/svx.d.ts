declare module '*.svx' {
	import type { Component } from 'svelte';

	export const metadata: unknown;
	const lesson: Component;
	export default lesson;
}
