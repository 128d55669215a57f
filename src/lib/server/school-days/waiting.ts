import { today } from '../days.ts';
import { addSchoolDays, isSchoolDay, nextSchoolDay, type Calendar } from './calendar.ts';
import { instantOf } from './london.ts';

/** How soon somebody must read what was written down. */
export type Urgency = 'immediate' | 'same day' | 'three school days';

const anHour = 60 * 60_000;

const closingOn = ({ closesAt }: Calendar, day: string): Date => instantOf(day, closesAt);

/** When the school opens on a day, whether or not there is school on it. */
export const openingOn = ({ opensAt }: Calendar, day: string): Date => instantOf(day, opensAt);

/** The moment at which so much time has passed while the school was open, counted from an instant. */
function afterOpenTime(calendar: Calendar, from: Date, milliseconds: number): Date {
	let day = today(from);
	if (!isSchoolDay(calendar, day)) day = nextSchoolDay(calendar, day);
	for (let left = milliseconds; ; day = nextSchoolDay(calendar, day)) {
		const begins = Math.max(from.getTime(), openingOn(calendar, day).getTime());
		const there = closingOn(calendar, day).getTime() - begins;
		if (there >= left) return new Date(begins + left);
		if (there > 0) left -= there;
	}
}

/** The moment at which the school has been open for an hour since an instant. */
export const anHourOfSchoolAfter = (calendar: Calendar, from: Date): Date =>
	afterOpenTime(calendar, from, anHour);

/** The next end of a school day after an instant. */
function nextClosing(calendar: Calendar, after: Date): Date {
	const day = today(after);
	const closing = closingOn(calendar, day);
	return isSchoolDay(calendar, day) && after < closing
		? closing
		: closingOn(calendar, nextSchoolDay(calendar, day));
}

const deadlines: Record<Urgency, (calendar: Calendar, loggedAt: Date) => Date> = {
	immediate: anHourOfSchoolAfter,
	'same day': nextClosing,
	'three school days': (calendar, loggedAt) =>
		closingOn(calendar, addSchoolDays(calendar, today(loggedAt), 3))
};

/**
 * The moment by which a concern must have been read: after an hour in which the school was open, at the end
 * of the school day (of the next one, when it was written down after closing or on no school day), or at
 * the end of the third school day after the day on which it was written down.
 */
export const deadlineOf = (calendar: Calendar, urgency: Urgency, loggedAt: Date): Date =>
	deadlines[urgency](calendar, loggedAt);

/** The moment at which the head is told, when nobody had read it by its deadline nor has since. */
export const nextStepOf = (calendar: Calendar, urgency: Urgency, deadline: Date): Date =>
	urgency === 'immediate'
		? anHourOfSchoolAfter(calendar, deadline)
		: nextClosing(calendar, deadline);
