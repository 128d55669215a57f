// FTS5 looks each of them up by itself, and nobody remembers more than this.
const mostTerms = 12;

// What SQLite's unicode61 makes words of. The rest are spaces to it, and a term of them alone finds nothing.
const isFindable = /[\p{L}\p{N}\p{Co}]/u;

/** The words typed, as far as a search could find them. */
export const termsOf = (words: string): string[] =>
	words
		.split(/[\s\0]+/u)
		.filter((term) => isFindable.test(term))
		.slice(0, mostTerms);

/**
 * The terms as FTS5 is asked for them: each quoted, so that `NEAR`, `OR`, `*`, `:` and `"` are only what somebody
 * wrote, each the beginning of a word, and all of them in one text.
 */
export const asMatch = (terms: string[]): string =>
	terms.map((term) => `"${term.replaceAll('"', '""')}" *`).join(' AND ');
