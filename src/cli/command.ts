import type { Config } from '../lib/server/config.ts';
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
	'allow-private'?: boolean;
};

/** Each does its work and gives what to print, if anything; it throws `Refused` with a sentence when it cannot. */
export type Command = { usage: string } & (
	| { run: (house: House, words: string[], options: Options) => Promise<string> }
	/** For what is asked while the server holds the data folder: it opens nothing. */
	| { runBeside: (config: Config, words: string[]) => string | Promise<string> }
);
