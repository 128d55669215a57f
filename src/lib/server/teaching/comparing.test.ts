import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	changeBetween,
	changeInWords,
	difference,
	leastAnswers,
	shownInterval,
	wilson,
	type Share
} from './comparing.ts';

describe('the interval of a difference', () => {
	// From Newcombe’s own paper (1998), method 10: 56 of 70 against 48 of 80, and 9 of 10 against 3 of 10.
	test.each([
		[{ of: 80, chose: 48 }, { of: 70, chose: 56 }, 0.2, 0.0524, 0.3339],
		[{ of: 10, chose: 3 }, { of: 10, chose: 9 }, 0.6, 0.1705, 0.809]
	])('is the published one (%#)', (before, after, by, low, high) => {
		const found = difference(before, after);
		expect(found.by).toBeCloseTo(by, 10);
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});

	const shares = fc
		.record({
			of: fc.integer({ min: 1, max: 60 }),
			part: fc.double({ min: 0, max: 1, noNaN: true })
		})
		.map(({ of, part }) => ({ of, chose: Math.round(of * part) }));

	test('holds the difference, stays within one, and turns round when the two do', () => {
		fc.assert(
			fc.property(shares, shares, (before, after) => {
				const { by, low, high } = difference(before, after);
				expect(low).toBeLessThanOrEqual(by + 1e-9);
				expect(high).toBeGreaterThanOrEqual(by - 1e-9);
				expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
				expect(high).toBeLessThanOrEqual(1 + 1e-9);
				const turned = difference(after, before);
				expect(turned.low).toBeCloseTo(-high, 10);
				expect(turned.high).toBeCloseTo(-low, 10);
			})
		);
	});

	test('of one share lies within nothing and all', () => {
		expect(wilson({ of: 10, chose: 0 })[0]).toBeCloseTo(0, 10);
		expect(wilson({ of: 10, chose: 10 })[1]).toBeCloseTo(1, 10);
	});
});

describe('a change in words', () => {
	test.each([
		[0.1, 0.4, 'Between one and four more of ten'],
		[0.04, 0.4, 'Between slightly more and four more of ten'],
		[-0.04, 0.36, 'Between none and four more of ten: this may be chance'],
		[0, 0.4, 'Between none and four more of ten: this may be chance'],
		[0.26, 0.34, 'About three more of ten'],
		[0.01, 0.04, 'Slightly more of ten'],
		[-0.4, -0.1, 'Between one and four fewer of ten'],
		[-0.3, -0.01, 'Between slightly fewer and three fewer of ten'],
		[-0.3, 0.01, 'Between none and three fewer of ten: this may be chance'],
		[-0.2, 0.3, 'Between two fewer and three more of ten: this may be chance'],
		[-0.04, 0.04, 'About as many of ten as before: this may be chance']
	])('from %d to %d is “%s”', (low, high, says) => {
		expect(changeInWords(low, high)).toBe(says);
	});

	const isHonest = (before: Share, after: Share): boolean => {
		const { low, high } = shownInterval(before, after);
		const says = changeInWords(low, high);
		const holdsNone = low <= 0 && high >= 0;
		return says.endsWith('this may be chance') === holdsNone && (holdsNone || !/none/.test(says));
	};
	const sizes = Array.from({ length: 56 }, (_, at) => at + 5);

	test('may be chance just where the interval holds none, in every class of 5 to 60', () => {
		const wrong = sizes.flatMap((of) =>
			Array.from({ length: (of + 1) ** 2 }, (_, at) => [
				{ of, chose: Math.floor(at / (of + 1)) },
				{ of, chose: at % (of + 1) }
			]).filter(([before, after]) => before && after && !isHonest(before, after))
		);
		expect(wrong).toEqual([]);
	});

	test('may be chance just where the interval holds none, in classes that grew or shrank', () => {
		const share = fc
			.constantFrom(...sizes)
			.chain((of) => fc.integer({ min: 0, max: of }).map((chose) => ({ of, chose })));
		const found = fc.check(fc.property(share, share, isHonest), { numRuns: 2000 });
		expect(found.counterexample).toBeNull();
	});

	test('holds at least the whole interval of what was answered', () => {
		for (let of = leastAnswers; of <= 25; of += 1)
			for (let chose = 0; chose <= of; chose += 1) {
				const [before, after] = [
					{ of, chose },
					{ of, chose: of - chose }
				];
				const [shown, found] = [shownInterval(before, after), difference(before, after)];
				expect(shown.low).toBeLessThanOrEqual(found.low);
				expect(shown.high).toBeGreaterThanOrEqual(found.high);
			}
	});
});

describe('a class', () => {
	test('of which fewer than five answered shows nothing', () => {
		const few = { of: leastAnswers - 1, chose: 2 };
		const enough = { of: leastAnswers, chose: 2 };
		for (const [before, after] of [
			[few, enough],
			[enough, few],
			[undefined, enough],
			[enough, undefined]
		])
			expect(changeBetween(before, after)).toEqual({ is: 'too few' });
		expect(changeBetween(enough, enough)).toMatchObject({ is: 'shown' });
	});

	test('shows tenths and never a count of those who chose', () => {
		expect(changeBetween({ of: 28, chose: 8 }, { of: 27, chose: 18 })).toEqual({
			...{ is: 'shown', answered: ['28 answered', '27 answered'], ofTen: ['3 of ten', '7 of ten'] },
			says: 'Between one and six more of ten'
		});
	});

	test('does not tell nobody from one of ten, nor everybody from all but one', () => {
		const of10 = (before: number, after: number) =>
			changeBetween({ of: 10, chose: before }, { of: 10, chose: after });
		const shown = of10(0, 10);
		expect(shown).toMatchObject({ ofTen: ['fewer than two of ten', 'more than eight of ten'] });
		for (const [before, after] of [
			[1, 10],
			[0, 9],
			[1, 9]
		] as const)
			expect(of10(before, after)).toEqual(shown);
		expect(of10(5, 10)).toEqual(of10(5, 9));
	});

	test('shows no end of the scale, however many answered', () => {
		for (let of = leastAnswers; of <= 60; of += 1)
			expect(changeBetween({ of, chose: 0 }, { of, chose: of })).toMatchObject({
				ofTen: ['fewer than two of ten', 'more than eight of ten']
			});
	});

	test('of which fewer than twenty answered does not show how many', () => {
		expect(changeBetween({ of: 19, chose: 8 }, { of: 20, chose: 8 })).toMatchObject({
			answered: ['fewer than 20 answered', '20 answered']
		});
	});
});
