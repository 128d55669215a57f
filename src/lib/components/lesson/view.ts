import { getContext, setContext } from 'svelte';
import type { Heading } from '#lib/markdown/sections.ts';

/** How a lesson is looked at: which of its sections are shown, and whether one screen holds one of its ideas. */
export type View = {
	/** What is shown, in order; without it, everything. */
	sections?: Heading[];
	/** The screens in order, when each is shown by itself. */
	screens?: Heading[];
};

const key = Symbol('view');

export const setView = (view: View): View => setContext(key, view);
export const viewOf = (): View => getContext<View | undefined>(key) ?? {};
