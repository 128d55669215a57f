import { randomInt } from 'node:crypto';

/** Under so many answers nothing is shown, for good. */
export const fewest = 5;
// An option that fewer chose than this is not told apart from one that nobody chose.
const few = 3;

/** How much of the class chose an option: about so many in ten, from 1 to 9, or hardly anybody. */
export type Share = number | 'none or a few';

/** What everybody sees of a question that has closed: nothing, or for each option about how much of the class chose it. */
export type Shown = { hidden: true } | { hidden: false; shares: Share[] };

/** Up to two more or fewer, by chance: as often more as fewer, and two seldom. */
export const chance = (): number => randomInt(3) + randomInt(3) - 2;

/**
 * What is published of a tally, once, when its question closes.
 *
 * It keeps what one pupil chose from everybody, the teacher included, and mostly from who knows what all the others
 * chose: each count is moved by chance before it is rounded, small ones are all alike, and no share says that all did,
 * or how many there were. Chance has bounds, so of a small class a rare view is proof to somebody who knows all the
 * others. What it costs: a share may be a tenth or two beside the truth in a small class.
 */
export function published(counts: readonly number[], by: () => number = chance): Shown {
	const answers = counts.reduce((sum, count) => sum + count, 0);
	if (answers < fewest) return { hidden: true };
	const moved = counts.map((count) => count + by());
	// One stands for each option that few chose, whether it was none or two: the others’ shares do not tell which.
	const sum = moved.reduce((all, count) => all + (count < few ? 1 : count), 0);
	return { hidden: false, shares: moved.map((count) => shareOf(count, sum)) };
}

const shareOf = (count: number, of: number): Share =>
	count < few ? 'none or a few' : Math.min(9, Math.max(1, Math.round((count * 10) / of)));
