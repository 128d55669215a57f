import type { Catalogued } from './reading.ts';

/**
 * The lesson to offer somebody who meets a teacher-led lesson alone: the nearest earlier one, or
 * else any other, that may be read without a class.
 */
export function lighterThan(lesson: Catalogued, lessons: Catalogued[]): Catalogued | undefined {
	const open = lessons.filter(({ level }) => level < 3);
	return open.findLast(({ years }) => Math.max(...years) <= Math.min(...lesson.years)) ?? open[0];
}
