import { comparable, sought, wordsOf } from './wording.ts';

/** A part of an excerpt, and whether it is what was looked for. */
export type Piece = { says: string; found: boolean };

// About two lines on a desk.
const length = 160;
const before = 50;

/** About 160 letters of a text around the first word that begins with one of these terms. */
export function excerpt(text: string, terms: string[]): Piece[] {
	const looked = sought(terms).flat();
	const found = wordsOf(text).filter(({ word }) =>
		looked.some((begins) => comparable(word).startsWith(begins))
	);
	const from = beginning(text, found[0]?.from ?? 0);
	const to = end(text, from);
	return [
		...(from > 0 ? [{ says: '…', found: false }] : []),
		...inPieces(text, from, to, found),
		...(to < text.length ? [{ says: '…', found: false }] : [])
	];
}

/** Where the excerpt begins: at a word a little before what was found, or at it where there is no space. */
function beginning(text: string, first: number): number {
	if (first <= before) return 0;
	const space = text.slice(first - before, first).search(/\s/u);
	return space < 0 ? first : first - before + space + 1;
}

function end(text: string, from: number): number {
	const to = from + length;
	if (to >= text.length) return text.length;
	const space = text.slice(from, to).search(/\s\S*$/u);
	// Where there are no spaces, at least no letter is cut in two.
	if (space > length / 2) return from + space;
	return /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to;
}

function inPieces(
	text: string,
	from: number,
	to: number,
	found: { from: number; to: number }[]
): Piece[] {
	const pieces: Piece[] = [];
	let at = from;
	for (const word of found.filter((each) => each.from >= from && each.from < to)) {
		const last = Math.min(word.to, to);
		pieces.push({ says: text.slice(at, word.from), found: false });
		pieces.push({ says: text.slice(word.from, last), found: true });
		at = last;
	}
	pieces.push({ says: text.slice(at, to), found: false });
	return pieces.filter(({ says }) => says !== '');
}
