import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as v from 'valibot';

/** Length is what makes a password hold. Issue B: twelve. */
export const leastLetters = 12;

// "Safely unguessable", the estimator's third of four: over 10^8 guesses, which against argon2id and our
// limits (limiting.ts) is longer than anybody has.
const leastScore = 3;

// The estimator reads no further, so that a long one cannot hold the server up; it is no weaker for more.
const readLetters = 64;

let made: ZxcvbnFactory | undefined;

/** The estimator, made when the first password is chosen: its word lists take a quarter of a second. */
const estimator = (): ZxcvbnFactory =>
	(made ??= new ZxcvbnFactory({
		dictionary: { ...common.dictionary, ...english.dictionary },
		graphs: common.adjacencyGraphs,
		maxLength: readLetters
	}));

/** Who chooses a password, and where: it may not be made of these. */
export type Chooser = { name: string; email: string; organisations: readonly string[] };

/** Every name that a guesser would try first: whole, and word by word. */
function namesOf({ name, email, organisations }: Chooser): string[] {
	const whole = [name, email, ...organisations];
	const parts = whole.flatMap((each) => each.split(/[^\p{L}\p{N}]+/u));
	return [...new Set([...whole, ...parts])].map((each) => each.toLowerCase()).filter(isAName);
}

const isAName = (word: string): boolean => word.length >= 3;

/**
 * What is wrong with a new password, as a sentence; `undefined` when it will do.
 *
 * Length first; then whether it is common, or made of names that a guesser knows.
 */
export function wrongWith(password: string, chooser: Chooser): string | undefined {
	const chosen = password.normalize('NFKC');
	if ([...chosen].length < leastLetters)
		return `Use at least ${leastLetters} letters. Three or four words that have nothing to do with each other are easy to remember`;
	const names = namesOf(chooser);
	const { score, sequence } = estimator().check(chosen.toLowerCase().slice(0, readLetters), names);
	const ofNames = sequence
		.filter(({ dictionaryName }) => dictionaryName === 'userInputs')
		.reduce((letters, { token }) => letters + token.length, 0);
	if (ofNames * 2 >= Math.min(chosen.length, readLetters))
		return 'This is made of your own name or your school’s, which a guesser tries first. Choose words that have nothing to do with you';
	return score < leastScore
		? 'This is easy to guess: it is common, or follows a pattern. Choose words that have nothing to do with each other'
		: undefined;
}

/** The form in which a password is chosen. */
export const choosing = v.object({
	password: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('Choose a password'),
		v.maxLength(1000, 'That is too long: 1,000 letters are the most')
	)
});
