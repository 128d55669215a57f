import holidays from '../../../../content/services/bank-holidays.json' with { type: 'json' };
import { daysAfter } from '../days.ts';
import { daysBetween, isWeekend } from './london.ts';

/** The first and the last of some days, both as `YYYY-MM-DD`, both among them. */
export type Stretch = { first: string; last: string };

/** When a school is there. */
export type Calendar = {
	/** `HH:MM`, on clocks in London. */
	opensAt: string;
	closesAt: string;
	/** The terms, the earliest first. Without any, every working day is a school day. */
	terms: readonly Stretch[];
	/** Days without school, also within a term. */
	closed: readonly Stretch[];
};

/** What holds while nobody has said anything else. */
export const usual: Calendar = { opensAt: '08:30', closesAt: '15:30', terms: [], closed: [] };

const bankHolidays = new Set(holidays.days.England);

/** Monday to Friday, but for the bank holidays of England (GOV.UK's list, as far as it is known). */
const isWorkingDay = (day: string): boolean => !isWeekend(day) && !bankHolidays.has(day);

const holds = (day: string, { first, last }: Stretch): boolean => first <= day && day <= last;

/**
 * Whether there is school on a day.
 *
 * Before the first term that is known and after the last, every working day counts: nobody has said when
 * the school is there, and a child must not wait for a calendar that nobody kept.
 */
export function isSchoolDay({ terms, closed }: Calendar, day: string): boolean {
	if (!isWorkingDay(day) || closed.some((stretch) => holds(day, stretch))) return false;
	return isBeyond(terms, day) || terms.some((term) => holds(day, term));
}

const isBeyond = (terms: Calendar['terms'], day: string): boolean =>
	terms.every(({ first }) => day < first) || terms.every(({ last }) => last < day);

/** Whether the terms that were kept are all over on a day. */
export const isOver = ({ terms }: Calendar, day: string): boolean =>
	terms.length > 0 && terms.every(({ last }) => last < day);

// No school is away for longer: the summers of Northern Ireland have nine weeks. A calendar that says so
// is a slip of the hand, and nobody must wait for it.
export const longestAway = 70;

/** The first school day after a day; where a calendar has none within ten weeks, the next working day. */
export function nextSchoolDay(calendar: Calendar, day: string): string {
	return (
		nextWhere(day, longestAway, (each) => isSchoolDay(calendar, each)) ??
		nextWhere(day, longestAway, isWorkingDay) ??
		daysAfter(day, 1)
	);
}

function nextWhere(day: string, most: number, is: (day: string) => boolean): string | undefined {
	for (let ahead = 1; ahead <= most; ahead += 1)
		if (is(daysAfter(day, ahead))) return daysAfter(day, ahead);
	return undefined;
}

/** The school day that comes so many school days after a day; the day itself when that is none. */
export function addSchoolDays(calendar: Calendar, day: string, many: number): string {
	let reached = day;
	for (let left = many; left > 0; left -= 1) reached = nextSchoolDay(calendar, reached);
	return reached;
}

/** How many days a stretch has. */
export const lengthOf = ({ first, last }: Stretch): number => daysBetween(first, last) + 1;
