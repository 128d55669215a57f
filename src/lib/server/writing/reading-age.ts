import { automatedReadability } from 'automated-readability';
import { colemanLiau } from 'coleman-liau';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

// A number is no word to spell out, and "999" would count as a short one.
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}’'+-]*/gu) ?? [];

/** The sentences of these paragraphs. A heading or a button has no full stop, and is one of its own. */
export const sentencesOf = (paragraphs: string[]): string[] =>
	paragraphs
		.flatMap((each) => each.split(/(?<=[.?!:]["”]?)\s+/))
		.filter((each) => wordsOf(each).length > 0);

export const lengthOf = (sentence: string): number => sentence.split(/\s+/).length;

/**
 * The school grade these paragraphs ask for: the middle of Flesch-Kincaid, Coleman-Liau and the automated
 * readability index. A grade and five years is an age, so a reader of nine has the fourth.
 *
 * One formula alone counts syllables or letters, and is led astray by a text that is odd in that one way.
 */
export function gradeOf(paragraphs: string[]): number {
	const words = paragraphs.flatMap(wordsOf);
	const letters = words.join('').replaceAll(/\P{L}/gu, '').length;
	const counts = {
		sentence: sentencesOf(paragraphs).length,
		word: words.length,
		syllable: words.reduce((sum, word) => sum + syllable(word), 0),
		letter: letters,
		character: letters
	};
	const grades = [fleschKincaid(counts), colemanLiau(counts), automatedReadability(counts)];
	return grades.sort((one, other) => one - other)[1] ?? Number.NaN;
}
