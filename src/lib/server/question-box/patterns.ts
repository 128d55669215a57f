import { atHome } from './patterns-of-home.ts';
import { onesOwn } from './patterns-of-oneself.ts';
import { others } from './patterns-of-others.ts';

/**
 * One thing that a question may be telling. `alone` says it with nobody named; `ofSomeone` when anybody is, also
 * “someone”; `ofOneself` only of the writer, or of somebody close to them. Each is words, or a regular expression over
 * what `plainly` makes; `{kin}` and the like stand for the people of `people.ts`.
 */
export type Pattern = {
	name: string;
	/** What the teacher is told it may be. */
	reason: string;
	alone?: string[];
	ofSomeone?: string[];
	ofOneself?: string[];
};

/** Everything that is looked for, in the order in which it is told. */
export const patterns: readonly Pattern[] = [...onesOwn, ...atHome, ...others];
