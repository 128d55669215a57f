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

const inTenths = (share: number): number => Math.round(share * 10) || 0;

/** From so many answers on it is said how many there were; of fewer, one answer is too large a part. */
const manyAnswers = 20;

const answeredInWords = ({ of }: Share): string =>
	of < manyAnswers ? `fewer than ${manyAnswers} answered` : `${of} answered`;

/** Close to none and close to all are not told apart from none and all: both would speak of everybody in the room. */
type Near = 'none' | 'all' | undefined;

function nearest({ of, chose }: Share): Near {
	const tenths = inTenths(chose / of);
	if (tenths <= 1) return 'none';
	return tenths >= 9 ? 'all' : undefined;
}

function shareInWords(share: Share): string {
	const near = nearest(share);
	if (near === 'none') return 'fewer than two of ten';
	return near === 'all' ? 'more than eight of ten' : `${inTenths(share.chose / share.of)} of ten`;
}

/** Every share that few answers could have made and that reads the same, so that the interval does not tell them apart. */
function alike(share: Share): Share[] {
	const near = nearest(share);
	if (!near || share.of >= manyAnswers) return [share];
	return Array.from({ length: share.of + 1 }, (_, chose) => ({ of: share.of, chose })).filter(
		(other) => nearest(other) === near
	);
}

/** The interval of the difference; of few answers the one that holds those of all shares that read the same. */
export function shownInterval(before: Share, after: Share): { low: number; high: number } {
	const found = alike(before).flatMap((first) =>
		alike(after).map((second) => difference(first, second))
	);
	return {
		low: Math.min(...found.map(({ low }) => low)),
		high: Math.max(...found.map(({ high }) => high))
	};
}

/** How the answers to one item changed in a class, or that too few answered for it to be shown. */
export type Change =
	| { is: 'too few' }
	| {
			is: 'shown';
			/** How many answered, before and after, in words. */
			answered: [before: string, after: string];
			/** How many of ten gave the answer that was hoped for, in words. */
			ofTen: [before: string, after: string];
			says: string;
	  };

const number = (many: number): string =>
	['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][many] ??
	'';

/** The change as words: between how many more or fewer of ten. Whether it may be chance is decided before rounding. */
export function changeInWords(low: number, high: number): string {
	if (low <= 0 && high >= 0)
		return `${withNone(-inTenths(low), inTenths(high))}: this may be chance`;
	return low > 0 ? without(low, high, 'more') : without(-high, -low, 'fewer');
}

function withNone(fewer: number, more: number): string {
	if (fewer === 0 && more === 0) return 'About as many of ten as before';
	if (fewer === 0) return `Between none and ${number(more)} more of ten`;
	if (more === 0) return `Between none and ${number(fewer)} fewer of ten`;
	return `Between ${number(fewer)} fewer and ${number(more)} more of ten`;
}

/** An interval without zero: where its near end rounds to none, it still says that there is a change. */
function without(near: number, far: number, which: 'more' | 'fewer'): string {
	const [least, most] = [inTenths(near), inTenths(far)];
	if (most === 0) return `Slightly ${which} of ten`;
	if (least === 0) return `Between slightly ${which} and ${number(most)} ${which} of ten`;
	if (least === most) return `About ${number(most)} ${which} of ten`;
	return `Between ${number(least)} and ${number(most)} ${which} of ten`;
}

/** How a class changed in one item. */
export function changeBetween(before: Share | undefined, after: Share | undefined): Change {
	if (!before || !after || before.of < leastAnswers || after.of < leastAnswers)
		return { is: 'too few' };
	const { low, high } = shownInterval(before, after);
	return {
		is: 'shown',
		answered: [answeredInWords(before), answeredInWords(after)],
		ofTen: [shareInWords(before), shareInWords(after)],
		says: changeInWords(low, high)
	};
}
