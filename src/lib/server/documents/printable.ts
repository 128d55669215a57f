import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rangesOf } from './glyphs.ts';
import { fonts } from './places.ts';

let known: Set<number> | undefined;

/** The letters that the fonts of ours have. They are looked through once. */
function letters(): Set<number> {
	if (known) return known;
	known = new Set<number>();
	for (const name of ['unifont.otf', 'unifont_upper.otf'])
		for (const [first, last] of rangesOf(readFileSync(join(fonts(), name))))
			for (let code = first; code <= last; code += 1) known.add(code);
	return known;
}

// What turns the writing round would print other words than were written; the rest of these are not seen.
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text as it can be printed: a letter that no font of ours has, and one that is not seen, is written as its
 * number, such as [U+20000], so that no document fails for it and nothing is left out unsaid.
 */
export const printable = (text: string): string =>
	[...text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\t', ' ')]
		.map((letter) => (letter === '\n' || isPrinted(letter) ? letter : numbered(letter)))
		.join('');

const isPrinted = (letter: string): boolean =>
	!unseen.test(letter) && letters().has(letter.codePointAt(0) ?? 0);

const numbered = (letter: string): string =>
	`[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
