import { describe, expect, test } from 'vitest';
import list from '../../../../content/site/room-words.json' with { type: 'json' };
import { isOneLetterFrom, meant, newCode, read } from './words.ts';

const { words } = list;

// Not to be said to a class, and nothing that one slip of the pen makes into one of these: what hurts, what the
// lessons are about, parts of a body, drugs and their nicknames, what may be read as a way to die or to hurt, names that
// pupils call each other, and names that pupils have.
const never = `
	heroin condom whore kill rape slut shit fuck cunt cock dick fag twat wank piss arse tits nigger paki chav slag gay
	homo spastic retard psycho penis vagina boob anus porn sex sexy bitch bastard coon gypsy pikey dyke tranny queer
	nazi hitler bomb gun stab knife blood dead death die corpse suicide murder drunk vodka crack weed spliff cannabis
	ketamine vape skunk hate ugly fat fatty stupid idiot dumb moron loser freak
	fiddle bedroom shower bathtub duvet pyjamas nightcap stocking teacher coach
	rooftop clifftop viaduct railway balcony
	clogs pillbox capsule cable buckle salvia
	doormat dumpling pudding gannet donkey mongoose ginger auburn freckle pixie
	autumn raven wren holly flora griffin merlin juniper winter ocean aspen atlas indigo savanna sapphire diamond maple
	primrose
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

	// Sardinas and Patterson: what one row of words leaves over beside another is followed until nothing new comes. Where
	// it is itself a word, the two rows end together, and could not be told apart without their spaces.
	test('are told apart when they are joined, whichever and however many they are', () => {
		const after = (start: string) =>
			words
				.filter((word) => word !== start && word.startsWith(start))
				.map((word) => word.slice(start.length));
		const left = new Set(words.flatMap(after));
		for (const tail of left) {
			const shorter = words.filter((word) => word !== tail && tail.startsWith(word));
			for (const next of [...after(tail), ...shorter.map((word) => tail.slice(word.length))])
				left.add(next);
		}
		expect(words.filter((word) => left.has(word))).toEqual([]);
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

describe('three words without a space', () => {
	test('are read back, whichever they are', () => {
		for (let each = 0; each < 2_000; each += 1) {
			const three = newCode().code.split('-');
			expect(read(three.join(''))).toEqual({ words: three, unknown: [] });
		}
	});

	test('or with one in the midst of a word are read back as well', () => {
		for (const [at, word] of words.entries()) {
			const [half, other] = [word.slice(0, word.length / 2), words[(at + 100) % words.length]];
			const typed = `${half} ${word.slice(half.length)} ${other} lantren`;
			expect(read(typed)).toEqual({ words: [word, other, 'lantern'], unknown: [] });
		}
	});
});

test.each([
	['ash tree lantern acorn', 'ashtree lantern acorn'],
	['Ash Tree lantren acorn', 'ashtree lantern acorn'],
	['otterlantern acorm', 'otter lantern acorn'],
	['otterlantern', 'otter lantern']
])('“%s” is read as “%s”', (typed, meantBy) => {
	expect(read(typed)).toEqual({ words: meantBy.split(' '), unknown: [] });
});

test.each([
	'otter lantern acorn',
	'otterlanternacorn',
	'ot ter lantern-acorn',
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
