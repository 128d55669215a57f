import { words } from './people.ts';
import { idioms, joined, spellings } from './spellings.ts';

/**
 * A question as the patterns read it: small letters and single spaces, no apostrophes, the spellings of text messages
 * written out, near misses of the words that matter put right, and everyday idioms taken away.
 */
export function plainly(text: string): string {
	const bare = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[’‘'`´\p{M}\p{Cf}*]/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/(\p{L})\1{2,}/gu, '$1')
		.trim();
	const written = bare
		.split(' ')
		.map((word) => spellings[word] ?? nearest(word))
		.join(' ');
	const whole = joined.reduce((said, [from, to]) => said.replace(from, to), written);
	const meant = idioms.reduce((said, idiom) => said.replace(idiom, ' '), whole);
	return meant.replaceAll(/ +/g, ' ').trim();
}

/** The word that matters of which this is a near miss: a letter left out, doubled or swapped with the next. */
function nearest(word: string): string {
	if (word.length < 5 || words.has(word)) return word;
	for (const meant of words) if (meant.length > 5 && isNearMiss(word, meant)) return meant;
	return word;
}

// Never a letter for another: that would make “father” of “rather”.
function isNearMiss(word: string, meant: string): boolean {
	if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false;
	let at = 0;
	while (word[at] === meant[at] && at < meant.length) at += 1;
	const [rest, of] = [word.slice(at), meant.slice(at)];
	const swapped = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2);
	return rest.slice(1) === of || rest === of.slice(1) || swapped === of;
}
