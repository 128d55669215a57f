import type { Random } from './random.ts';

const day = 86_400_000;

// An invented school's holidays, as month and day, the first and the last.
const holidays: [from: string, to: string][] = [
	['01-01', '01-04'],
	['02-14', '02-22'],
	['04-03', '04-18'],
	['05-23', '05-31'],
	['07-22', '09-02'],
	['10-24', '11-01'],
	['12-19', '12-31']
];

/** Whether the invented school is open on a day: neither at a weekend nor in its holidays. */
export function isSchoolDay(at: Date): boolean {
	const weekday = at.getUTCDay();
	const monthAndDay = at.toISOString().slice(5, 10);
	const onHoliday = holidays.some(([from, to]) => monthAndDay >= from && monthAndDay <= to);
	return weekday !== 0 && weekday !== 6 && !onHoliday;
}

/** A moment in lesson time, so many days ago or on the last school day before. Never after `at`. */
export function schoolMoment(random: Random, at: Date, daysAgo: number): Date {
	const moment = new Date(at.getTime() - Math.max(1, daysAgo) * day);
	while (!isSchoolDay(moment)) moment.setTime(moment.getTime() - day);
	moment.setUTCHours(8 + random.below(7), random.below(60), random.below(60), 0);
	return moment;
}

/** The next time the lead sits down with what came in: before school, on the next school day. */
export function nextMorning(random: Random, after: Date): Date {
	const moment = new Date(after.getTime() + day);
	while (!isSchoolDay(moment)) moment.setTime(moment.getTime() + day);
	moment.setUTCHours(7, 20 + random.below(40), random.below(60), 0);
	return moment;
}

/** The start of the school day that was so many school days before. */
export function schoolDaysBefore(at: Date, days: number): Date {
	const moment = new Date(at);
	moment.setUTCHours(0, 0, 0, 0);
	for (let counted = 0; counted < days;) {
		moment.setTime(moment.getTime() - day);
		if (isSchoolDay(moment)) counted += 1;
	}
	return moment;
}
