import type { House } from '../lib/server/organisations/index.ts';

/** What went wrong, in a sentence for the person at the keyboard. */
export class Refused extends Error {}

/** What stood behind `--`, by name; `role` may be given several times. */
export type Options = {
	kind?: string;
	email?: string;
	name?: string;
	organisation?: string;
	role?: string[];
	to?: string;
	checkpoint?: string;
};

export type Command = {
	usage: string;
	/** Does it and gives what to print, if anything; throws `Refused` with a sentence when it cannot. */
	run: (house: House, words: string[], options: Options) => Promise<string>;
};
