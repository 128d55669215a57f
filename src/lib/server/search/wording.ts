const words = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** A word as SQLite's `remove_diacritics` compares it: the marks of other scripts than Latin are letters of theirs. */
export const comparable = (word: string): string =>
	word
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();

/** The words of a text, and where each stands in it. */
export const wordsOf = (text: string) =>
	[...text.matchAll(words)].map(({ 0: word, index }) => ({
		word,
		from: index,
		to: index + word.length
	}));

/** A search's terms, each as its words, made comparable once for all the texts that they are looked for in. */
export type Sought = string[][];

export const sought = (terms: string[]): Sought =>
	terms.map((term) => wordsOf(term).map(({ word }) => comparable(word)));

/** Whether a text has, for each term, words beginning as that term's do, one after the other. */
export function saysAll(text: string, terms: Sought): boolean {
	const plain = comparable(text);
	// Most texts say nothing of it, and need not be taken apart into words.
	if (!terms.flat().every((word) => plain.includes(word))) return false;
	const said = wordsOf(plain).map(({ word }) => word);
	return terms.every((term) => {
		const last = term.length - 1;
		return said.some((_, at) =>
			term.every((word, index) => {
				const there = said[at + index] ?? '';
				return index === last ? there.startsWith(word) : there === word;
			})
		);
	});
}
