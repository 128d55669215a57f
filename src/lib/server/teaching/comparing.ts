/** So many of all who answered. */
export type Share = { of: number; chose: number };

// The 97.5th percentile of the normal distribution, for an interval of 95 %.
const z = 1.959963984540054;

/** Below so many answers nothing is kept or shown: from fewer, somebody in the room could be known. */
export const leastAnswers = 5;

/** Wilson's score interval of 95 % for a share, without correction for continuity. */
export function wilson({ of, chose }: Share): [low: number, high: number] {
	const middle = (2 * chose + z ** 2) / (2 * (of + z ** 2));
	const half = (z * Math.sqrt(z ** 2 + 4 * chose * (1 - chose / of))) / (2 * (of + z ** 2));
	return [middle - half, middle + half];
}

/**
 * How much larger the second share is than the first, with its interval of 95 %: the tenth of the methods that R. G.
 * Newcombe compared (“Interval estimation for the difference between independent proportions”, Statistics in Medicine
 * 17, 1998, pages 873 to 890), made of Wilson’s intervals of each.
 *
 * The method takes the two for different people. They are mostly the same, but nobody knows who answered what, so that
 * nothing better can be had; where people mostly stay with their answer, the interval is wider than it need be.
 */
export function difference(before: Share, after: Share): { by: number; low: number; high: number } {
	const [first, second] = [before.chose / before.of, after.chose / after.of];
	const [lowBefore, highBefore] = wilson(before);
	const [lowAfter, highAfter] = wilson(after);
	const by = second - first;
	return {
		by,
		low: by - Math.hypot(second - lowAfter, highBefore - first),
		high: by + Math.hypot(highAfter - second, first - lowBefore)
	};
}

/** In tenths, so that one answer is not to be read off a class. */
const inTenths = (share: number): number => Math.round(share * 10) || 0;

/** How the answers to one item changed in a class, or that too few answered for it to be shown. */
export type Change =
	| { is: 'too few' }
	| {
			is: 'shown';
			/** How many answered, before and after. */
			answered: [before: number, after: number];
			/** How many of ten gave the answer that was hoped for. */
			ofTen: [before: number, after: number];
			/** How many more of ten it may be, at least and at most. */
			more: [least: number, most: number];
			says: string;
	  };

const number = (many: number): string =>
	['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][many] ??
	'';

/** The change as words: between how many more or fewer of ten. */
export function changeInWords(least: number, most: number): string {
	if (least === 0 && most === 0) return 'About as many of ten as before';
	if (least === most)
		return `About ${number(Math.abs(least))} ${least > 0 ? 'more' : 'fewer'} of ten`;
	if (least >= 0) return `Between ${number(least)} and ${number(most)} more of ten`;
	if (most <= 0) return `Between ${number(-most)} and ${number(-least)} fewer of ten`;
	return `Between ${number(-least)} fewer and ${number(most)} more of ten: this may be chance`;
}

/** How a class changed in one item. */
export function changeBetween(before: Share | undefined, after: Share | undefined): Change {
	if (!before || !after || before.of < leastAnswers || after.of < leastAnswers)
		return { is: 'too few' };
	const { low, high } = difference(before, after);
	const more: [number, number] = [inTenths(low), inTenths(high)];
	return {
		is: 'shown',
		answered: [before.of, after.of],
		ofTen: [inTenths(before.chose / before.of), inTenths(after.chose / after.of)],
		more,
		says: changeInWords(...more)
	};
}
