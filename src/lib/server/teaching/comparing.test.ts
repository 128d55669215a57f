import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, changeInWords, difference, leastAnswers, wilson } from './comparing.ts';

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
		[1, 4, 'Between one and four more of ten'],
		[0, 4, 'Between none and four more of ten'],
		[3, 3, 'About three more of ten'],
		[-4, -1, 'Between one and four fewer of ten'],
		[-3, 0, 'Between none and three fewer of ten'],
		[-2, 3, 'Between two fewer and three more of ten: this may be chance'],
		[0, 0, 'About as many of ten as before']
	])('from %i to %i is “%s”', (least, most, says) => {
		expect(changeInWords(least, most)).toBe(says);
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
			...{ is: 'shown', answered: [28, 27], ofTen: [3, 7], more: [1, 6] },
			says: 'Between one and six more of ten'
		});
	});
});
