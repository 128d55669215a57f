import { daysAfter } from '../days.ts';

/** The years of school that a class may be of: those that the lessons are written for, and Year 3 for who begins early. */
export const years = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/** The September in which the school year of a day began; the day as `YYYY-MM-DD`. */
export function schoolYearOf(day: string): number {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return month >= 9 ? year : year - 1;
}

/** The Monday on or before a day. */
export const mondayOf = (day: string): string =>
	daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Whether a year of school is a primary school’s, for which the guidance has items of its own. */
export const isPrimary = (year: number): boolean => year <= 6;

/** Whether an item of the guidance is for a year’s part of school: primary items begin with P. */
export const isFor = (year: number, code: string): boolean =>
	code.startsWith('P') === isPrimary(year);
