import { describe, expect, test } from 'vitest';
import { chance, published, type Shown } from './publishing.ts';

const exactly = () => 0;
const sharesOf = (counts: number[], by = exactly) => {
	const shown = published(counts, by);
	return shown.hidden ? 'hidden' : shown.shares;
};

// What chance adds, and how often in nine.
const moves = [-2, -1, 0, 1, 2];
const often = [1, 2, 3, 2, 1];

/** How likely each view of a tally is. */
function views(counts: number[]): Map<string, number> {
	const found = new Map<string, number>();
	const go = (chosen: number[], likely: number) => {
		if (chosen.length < counts.length) {
			for (const [at, move] of moves.entries()) go([...chosen, move], (likely * often[at]!) / 9);
			return;
		}
		const moved = [...chosen];
		const view = JSON.stringify(published(counts, () => moved.shift() ?? 0));
		found.set(view, (found.get(view) ?? 0) + likely);
	};
	go([], 1);
	return found;
}

/** How much better than a toss somebody may do who sees the view, and asks which of two tallies it was. */
function toldApart(one: number[], other: number[]): number {
	const [here, there] = [views(one), views(other)];
	const all = new Set([...here.keys(), ...there.keys()]);
	return [...all].reduce(
		(sum, view) => sum + Math.abs((here.get(view) ?? 0) - (there.get(view) ?? 0)) / 2,
		0
	);
}

describe('what is published', () => {
	test.each([[[0, 0, 0]], [[1, 0, 0]], [[4, 0, 0]], [[2, 2, 0]], [[1, 1, 1]]])(
		'of fewer than five answers, %j, is nothing',
		(counts) => {
			expect(published(counts)).toEqual({ hidden: true });
		}
	);

	test.each([
		[
			[12, 9, 4],
			[5, 4, 2]
		],
		[
			[30, 0, 0],
			[9, 'none or a few', 'none or a few']
		],
		[
			[28, 2, 0],
			[9, 'none or a few', 'none or a few']
		],
		[
			[5, 0],
			[8, 'none or a few']
		],
		[
			[100, 100],
			[5, 5]
		],
		[
			[2, 2, 2],
			['none or a few', 'none or a few', 'none or a few']
		]
	])('of %j is about %j, before chance moves it', (counts, shares) => {
		expect(sharesOf(counts)).toEqual(shares);
	});

	test('never says that all did, that nobody did, or how many there were', () => {
		for (let most = 5; most <= 60; most += 1)
			for (const counts of [
				[most, 0],
				[most, 1],
				[most, 2],
				[0, 0, most]
			]) {
				const shown = published(counts) as Exclude<Shown, { hidden: true }>;
				expect(Object.keys(shown).sort()).toEqual(['hidden', 'shares']);
				for (const share of shown.shares)
					expect(['none or a few', 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(share);
			}
	});

	test('does not tell one or two from none, whatever the others are', () => {
		for (const rest of [[5], [9, 4], [20, 3]])
			expect(
				new Set([0, 1, 2].map((small) => JSON.stringify(sharesOf([...rest, small])))).size
			).toBe(1);
	});

	test('is near the truth for a class: on average within a tenth, and nearly always within two', () => {
		const off: number[] = [];
		for (let time = 0; time < 2_000; time += 1) {
			const shown = published([14, 8, 6]) as Exclude<Shown, { hidden: true }>;
			for (const [at, truth] of [5, 2.86, 2.14].entries()) {
				const share = shown.shares[at];
				off.push(Math.abs((typeof share === 'number' ? share : 0) - truth));
			}
		}
		expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(1);
		expect(off.filter((each) => each > 2).length / off.length).toBeLessThan(0.02);
	});
});

test('chance moves a count by two at most, as often up as down', () => {
	const many = Array.from({ length: 18_000 }, chance);
	const share = (move: number) => many.filter((each) => each === move).length / many.length;
	for (const [at, move] of moves.entries()) expect(share(move)).toBeCloseTo(often[at]! / 9, 1);
	expect(many.every((each) => moves.includes(each))).toBe(true);
});

describe('somebody who knows what all the others chose', () => {
	// Every tally of five to twelve answers to two options, and some of three.
	const tallies = Array.from({ length: 8 }, (_, at) => at + 5).flatMap((sum) =>
		Array.from({ length: sum + 1 }, (_, first) => [first, sum - first])
	);
	const ofThree = [
		[4, 4, 4],
		[10, 8, 7],
		[5, 0, 0],
		[3, 3, 2],
		[20, 5, 0]
	];

	test('is little better than a toss at what the last one chose', () => {
		let worst = 0;
		for (const counts of [...tallies, ...ofThree])
			for (const [from] of counts.entries())
				for (const [to] of counts.entries()) {
					if (from === to || counts[from] === 0) continue;
					const other = counts.map((count, at) => count + (at === to ? 1 : at === from ? -1 : 0));
					worst = Math.max(worst, toldApart(counts, other));
				}
		// Certain would be 1. Five in nine means seven right in nine, at the very most, where a toss is right in four and a half.
		expect(worst).toBeLessThanOrEqual(5 / 9 + 1e-9);
		expect(worst).toBeGreaterThan(0);
	});

	test('is little better than a toss at whether the last one answered at all', () => {
		let worst = 0;
		for (const counts of [...tallies, ...ofThree])
			for (const [which] of counts.entries()) {
				const other = counts.map((count, at) => count + (at === which ? 1 : 0));
				worst = Math.max(worst, toldApart(counts, other));
			}
		expect(worst).toBeLessThanOrEqual(1 / 3 + 1e-9);
	});
});
