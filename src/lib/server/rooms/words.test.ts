import { describe, expect, test } from 'vitest';
import list from '../../../../content/site/room-words.json' with { type: 'json' };
import { isOneLetterFrom, meant, newCode, read } from './words.ts';

const { words } = list;

// Not to be said to a class, and nothing that one slip of the pen makes into one of these: what hurts, what the
// lessons are about, parts of a body, drugs and their nicknames, what may be read as a way to die, and names that
// pupils call each other.
const never = `
	heroin condom whore kill rape slut shit fuck cunt cock dick fag twat wank piss arse tits nigger paki chav slag gay
	homo spastic retard psycho penis vagina boob anus porn sex sexy bitch bastard coon gypsy pikey dyke tranny queer
	nazi hitler bomb gun stab knife blood dead death die corpse suicide murder drunk vodka crack weed spliff cannabis
	ketamine vape skunk hate ugly fat fatty stupid idiot dumb moron loser freak
`
	.trim()
	.split(/\s+/);

describe('the words of a code', () => {
	test('are at least 1,296, each once, in small letters, and from three to eight of them', () => {
		expect(words.length).toBeGreaterThanOrEqual(1_296);
		expect(new Set(words).size).toBe(words.length);
		expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
		expect(words).toEqual([...words].sort());
	});

	test('are nowhere within one letter of each other, so that a slip makes no other word', () => {
		const near = words.flatMap((one, at) =>
			words
				.slice(at + 1)
				.filter((other) => isOneLetterFrom(one, other))
				.map((other) => `${one} ${other}`)
		);
		expect(near).toEqual([]);
	});

	test('hurt nobody, and are not one letter from a word that does', () => {
		const near = words.filter((word) =>
			never.some((each) => word === each || isOneLetterFrom(word, each))
		);
		expect(near).toEqual([]);
		expect(
			words.filter((word) => never.some((each) => each.length > 3 && word.includes(each)))
		).toEqual([]);
	});
});

describe('one letter', () => {
	test.each([
		['otter', 'ottr', true],
		['otter', 'otterr', true],
		['otter', 'ottar', true],
		['otter', 'ottre', true],
		['otter', 'ettor', false],
		['otter', 'ott', false],
		['otter', 'lantern', false]
	])('%s and %s: %s', (one, other, is) => {
		expect(isOneLetterFrom(one, other)).toBe(is);
		expect(isOneLetterFrom(other, one)).toBe(is);
	});

	test('that is wrong makes no other word, and a word that could be two is asked for again', () => {
		expect(meant('lantren')).toBe('lantern');
		expect(meant('xyzzy')).toBeUndefined();
		for (const word of words.slice(0, 60)) expect([word, undefined]).toContain(meant(`${word}x`));
	});
});

test('a new code is three words and a fourth, all of the list, and seldom the same', () => {
	const made = Array.from({ length: 300 }, newCode);
	for (const { code, fourth } of made) {
		const all = [...code.split('-'), fourth];
		expect(all).toHaveLength(4);
		expect(new Set(all).size).toBe(4);
		expect(all.every((word) => words.includes(word))).toBe(true);
	}
	expect(new Set(made.map(({ code }) => code)).size).toBeGreaterThan(298);
});

test.each([
	'otter lantern acorn',
	'Otter-Lantern-ACORN',
	'  otter,lantern.  acorn ',
	'oter lantern acorn'
])('“%s” is read as it was meant', (typed) => {
	expect(read(typed)).toEqual({ words: ['otter', 'lantern', 'acorn'], unknown: [] });
});

test('what is no word of ours is told apart', () => {
	expect(read('otter  xylophones acorn')).toEqual({
		words: ['otter', 'acorn'],
		unknown: ['xylophones']
	});
});
