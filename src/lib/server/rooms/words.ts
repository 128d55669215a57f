import { randomInt } from 'node:crypto';
import list from '../../../../content/site/room-words.json' with { type: 'json' };

const known = new Set(list.words);
const longest = Math.max(...list.words.map(({ length }) => length));

const anyWord = (): string => list.words[randomInt(list.words.length)] ?? '';

/** Three words that nobody can foresee, each of them once, as `acorn-banjo-cactus`; and one more word. */
export function newCode(): { code: string; fourth: string } {
	const chosen = new Set<string>();
	while (chosen.size < 4) chosen.add(anyWord());
	const [fourth = '', ...three] = chosen;
	return { code: three.join('-'), fourth };
}

/** Whether two words are the same but for one letter that is wrong, missing, too many, or changed places with the next. */
export function isOneLetterFrom(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
	if (short.slice(at + 1) === long.slice(at + 1)) return true;
	return (
		short[at] === long[at + 1] &&
		short[at + 1] === long[at] &&
		short.slice(at + 2) === long.slice(at + 2)
	);
}

/** A word of the list, as it was meant: with one letter wrong it is still that word, if it can be no other. */
export function meant(typed: string): string | undefined {
	if (known.has(typed)) return typed;
	const near = list.words.filter((word) => isOneLetterFrom(typed, word));
	return near.length === 1 ? near[0] : undefined;
}

/** The words that stand joined in these letters, if nothing else does. The list lets no letters be taken apart in two ways. */
function apart(letters: string): string[] | undefined {
	if (letters === '') return [];
	for (let end = 1; end <= Math.min(letters.length, longest); end += 1) {
		const rest = known.has(letters.slice(0, end)) && apart(letters.slice(end));
		if (rest) return [letters.slice(0, end), ...rest];
	}
	return undefined;
}

/** Puts a word of the list together again that was typed as two, as “ash tree”. */
function together(parts: string[]): string[] {
	const [first, second, ...rest] = parts;
	if (first === undefined || second === undefined) return parts;
	const both = first + second;
	return known.has(both) ? [both, ...together(rest)] : [first, ...together(parts.slice(1))];
}

/**
 * What somebody typed as words of the list, and what of it is none. Case, spaces, hyphens and points do not matter;
 * they tell words apart only where a letter is wrong as well.
 */
export function read(typed: string): { words: string[]; unknown: string[] } {
	const parts = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const exact = apart(parts.join(''));
	if (exact) return { words: exact, unknown: [] };
	const read = together(parts).map((part) => {
		const word = meant(part);
		return { part, words: apart(part) ?? (word ? [word] : []) };
	});
	return {
		words: read.flatMap(({ words }) => words),
		unknown: read.flatMap(({ part, words }) => (words.length > 0 ? [] : part))
	};
}
