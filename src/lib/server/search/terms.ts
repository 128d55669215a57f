import { wellFormed } from '../db/index.ts';

// FTS5 looks each of them up by itself, and nobody remembers more than this.
const mostTerms = 12;

// What SQLite's unicode61 makes words of. The rest are spaces to it, and a term of them alone finds nothing.
const isFindable = /[\p{L}\p{N}\p{Co}]/u;

/** The words typed, as far as a search could find them. */
export const termsOf = (words: string): string[] =>
	wellFormed(words)
		.split(/\s+/u)
		.filter((term) => isFindable.test(term))
		.slice(0, mostTerms);

/**
 * The terms as FTS5 is asked for them: each quoted, so that `NEAR`, `OR`, `*`, `:` and `"` are only what somebody
 * wrote, and all of them in one text; as whole words, or as the beginnings of words.
 */
export const asMatch = (terms: string[], how: 'whole' | 'beginnings'): string =>
	terms
		.map((term) => `"${term.replaceAll('"', '""')}"${how === 'whole' ? '' : ' *'}`)
		.join(' AND ');
