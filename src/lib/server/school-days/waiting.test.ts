import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, today } from '../days.ts';
import { longestAway } from './calendar.ts';
import {
	addSchoolDays,
	deadlineOf,
	instantOf,
	isSchoolDay,
	nextSchoolDay,
	nextStepOf,
	usual,
	type Calendar,
	type Urgency
} from './index.ts';

const year: Calendar = {
	...usual,
	terms: [
		{ first: '2026-09-02', last: '2026-12-18' },
		{ first: '2027-01-04', last: '2027-03-25' },
		{ first: '2027-04-12', last: '2027-07-21' }
	],
	closed: [
		{ first: '2026-10-26', last: '2026-10-30' },
		{ first: '2027-02-15', last: '2027-02-19' },
		{ first: '2027-05-31', last: '2027-06-04' },
		{ first: '2026-11-27', last: '2026-11-27' }
	]
};

const inLondon = (day: string, time: string) => instantOf(day, time);
const by = (urgency: Urgency, day: string, time: string, calendar = year) =>
	deadlineOf(calendar, urgency, inLondon(day, time));

describe('a school day', () => {
	test.each([
		['2026-09-02', true, 'the first day of a term'],
		['2026-12-18', true, 'the last day of a term'],
		['2026-12-21', false, 'between two terms'],
		['2026-10-28', false, 'half-term'],
		['2026-11-27', false, 'one day on which it is closed'],
		['2026-11-28', false, 'a Saturday'],
		['2026-11-29', false, 'a Sunday'],
		['2027-05-03', false, 'a bank holiday in a term'],
		['2027-05-04', true, 'the day after it']
	])('%s: %s, %s', (day, is) => {
		expect(isSchoolDay(year, day)).toBe(is);
	});

	test('is any working day while nobody has kept a calendar', () => {
		expect(isSchoolDay(usual, '2026-08-03')).toBe(true);
		expect(isSchoolDay(usual, '2026-08-01')).toBe(false);
		expect(isSchoolDay(usual, '2026-08-31')).toBe(false);
		expect(isSchoolDay(usual, '2026-12-25')).toBe(false);
	});

	test('is any working day before and after the terms that were kept', () => {
		expect(isSchoolDay(year, '2026-07-01')).toBe(true);
		expect(isSchoolDay(year, '2027-07-22')).toBe(true);
		expect(isSchoolDay(year, '2027-08-30')).toBe(false);
		expect(by('same day', '2027-09-07', '10:00')).toEqual(inLondon('2027-09-07', '15:30'));
	});

	test('is counted over half-term, a weekend and a holiday', () => {
		expect(addSchoolDays(year, '2026-10-22', 3)).toBe('2026-11-03');
		expect(addSchoolDays(year, '2026-12-17', 2)).toBe('2027-01-04');
		expect(addSchoolDays(year, '2026-11-26', 1)).toBe('2026-11-30');
		expect(addSchoolDays(year, '2026-11-26', 0)).toBe('2026-11-26');
	});

	test('comes in the end, whatever was kept', () => {
		const never: Calendar = {
			...usual,
			closed: Array.from({ length: 40 }, (_, at) => ({
				first: daysAfter('2026-01-01', at * longestAway),
				last: daysAfter('2026-01-01', (at + 1) * longestAway)
			}))
		};

		expect(nextSchoolDay(never, '2026-11-27')).toBe('2026-11-30');
		expect(by('three school days', '2026-11-27', '10:00', never)).toEqual(
			inLondon('2026-12-02', '15:30')
		);
		expect(by('immediate', '2026-11-27', '10:00', never)).toEqual(inLondon('2026-11-30', '09:30'));
	});
});

describe('what is immediate waits for an hour of school', () => {
	test.each([
		['within the day', '2026-11-10', '12:00', '2026-11-10', '13:00'],
		['up to the very end of it', '2026-11-10', '14:30', '2026-11-10', '15:30'],
		['over the night', '2026-11-10', '15:10', '2026-11-11', '09:10'],
		['from the opening', '2026-11-10', '06:00', '2026-11-10', '09:30'],
		['from the next opening', '2026-11-10', '15:30', '2026-11-11', '09:30'],
		['over the weekend', '2026-11-13', '15:00', '2026-11-16', '09:00'],
		['over half-term', '2026-10-23', '15:00', '2026-11-02', '09:00'],
		['over a bank holiday', '2027-04-30', '15:20', '2027-05-04', '09:20'],
		['over the holidays', '2026-12-18', '16:00', '2027-01-04', '09:30']
	])('%s', (_, day, time, onDay, atTime) => {
		expect(by('immediate', day, time)).toEqual(inLondon(onDay, atTime));
	});

	test('over as many days as it takes, where they are short', () => {
		const short = { ...year, opensAt: '09:00', closesAt: '09:25' };
		expect(by('immediate', '2026-11-10', '09:10', short)).toEqual(inLondon('2026-11-12', '09:20'));
	});
});

describe('over a change of the clocks', () => {
	test('an hour stays an hour, in spring', () => {
		// 26 March 2027 is Good Friday, and the clocks go forward on the 28th: opening is at 07:30 in UTC.
		const open = { ...usual };
		expect(by('immediate', '2027-03-25', '15:00', open)).toEqual(new Date('2027-03-30T08:00:00Z'));
		expect(by('same day', '2027-03-25', '16:00', open)).toEqual(new Date('2027-03-30T14:30:00Z'));
	});

	test('and in autumn', () => {
		// The clocks go back on 25 October 2026: Friday’s closing is at 14:30 in UTC, Monday’s at 15:30.
		expect(by('same day', '2026-10-23', '15:29', usual)).toEqual(new Date('2026-10-23T14:30:00Z'));
		expect(by('same day', '2026-10-23', '15:31', usual)).toEqual(new Date('2026-10-26T15:30:00Z'));
		expect(by('immediate', '2026-10-23', '15:00', usual)).toEqual(new Date('2026-10-26T09:00:00Z'));
	});

	test('a day is London’s own', () => {
		expect(today(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
		expect(today(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
	});
});

describe('the other two', () => {
	test('what is for the same day waits until it ends, or until the next does', () => {
		expect(by('same day', '2026-11-10', '07:00')).toEqual(inLondon('2026-11-10', '15:30'));
		expect(by('same day', '2026-11-10', '15:30')).toEqual(inLondon('2026-11-11', '15:30'));
		expect(by('same day', '2026-11-14', '10:00')).toEqual(inLondon('2026-11-16', '15:30'));
	});

	test('three school days end with the third after the one on which it was written', () => {
		expect(by('three school days', '2026-11-10', '07:00')).toEqual(inLondon('2026-11-13', '15:30'));
		expect(by('three school days', '2026-11-10', '23:00')).toEqual(inLondon('2026-11-13', '15:30'));
		expect(by('three school days', '2026-10-23', '12:00')).toEqual(inLondon('2026-11-04', '15:30'));
	});

	test('the head is told after one more hour, or at the end of the next school day', () => {
		expect(nextStepOf(year, 'immediate', inLondon('2026-11-10', '15:10'))).toEqual(
			inLondon('2026-11-11', '09:10')
		);
		for (const urgency of ['same day', 'three school days'] as const)
			expect(nextStepOf(year, urgency, inLondon('2026-11-13', '15:30'))).toEqual(
				inLondon('2026-11-16', '15:30')
			);
	});
});

describe('whatever the calendar', () => {
	const days = fc.integer({ min: 0, max: 800 }).map((many) => daysAfter('2026-06-01', many));
	const times = fc
		.tuple(fc.integer({ min: 0, max: 23 * 60 }), fc.integer({ min: 1, max: 59 }))
		.map(([opens, many]) => [opens, Math.min(opens + many * 20, 24 * 60 - 1)])
		.map((both) => both.map((each) => new Date(each * 60_000).toISOString().slice(11, 16)));
	const stretch = (most: number) =>
		fc
			.tuple(days, fc.integer({ min: 0, max: most }))
			.map(([first, many]) => ({ first, last: daysAfter(first, many) }));
	const calendars = fc.record({
		times,
		terms: fc.array(stretch(100), { maxLength: 4 }),
		closed: fc.array(stretch(14), { maxLength: 3 })
	});
	const made = calendars.map(({ times: [opensAt = '', closesAt = ''], ...rest }): Calendar => ({
		...{ opensAt, closesAt },
		...rest
	}));
	const instants = fc.date({
		min: new Date('2026-06-01T00:00:00Z'),
		max: new Date('2028-08-01T00:00:00Z'),
		noInvalidDate: true
	});
	const urgencies = fc.constantFrom<Urgency>('immediate', 'same day', 'three school days');

	const isOpen = (calendar: Calendar, at: Date): boolean => {
		const day = today(at);
		const hasSchool = isSchoolDay(calendar, day) || isFarAway(calendar, day);
		return (
			hasSchool && at >= instantOf(day, calendar.opensAt) && at <= instantOf(day, calendar.closesAt)
		);
	};
	const daysFrom = (day: string, many: number) =>
		Array.from({ length: many }, (_, ahead) => daysAfter(day, ahead));
	/**
	 * The working day that stands in where, seen from a day before it with no working day between, there is
	 * no school for more than ten weeks.
	 */
	const isFarAway = (calendar: Calendar, day: string): boolean =>
		isSchoolDay(usual, day) &&
		daysFrom(daysAfter(day, -7), 7).some(
			(before, at) =>
				daysFrom(daysAfter(before, 1), 6 - at).every((each) => !isSchoolDay(usual, each)) &&
				daysFrom(daysAfter(before, 1), longestAway).every((each) => !isSchoolDay(calendar, each))
		);

	test('the deadline is later, and while the school is open', () => {
		fc.assert(
			fc.property(made, urgencies, instants, (calendar, urgency, loggedAt) => {
				const deadline = deadlineOf(calendar, urgency, loggedAt);
				const next = nextStepOf(calendar, urgency, deadline);

				expect(deadline.getTime()).toBeGreaterThan(loggedAt.getTime());
				expect(next.getTime()).toBeGreaterThan(deadline.getTime());
				expect(isOpen(calendar, deadline)).toBe(true);
				expect(isOpen(calendar, next)).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	test('what was written down later never has the earlier deadline', () => {
		fc.assert(
			fc.property(
				made,
				urgencies,
				instants,
				fc.integer({ min: 0, max: 4 * 86_400_000 }),
				(calendar, urgency, loggedAt, more) => {
					const after = new Date(loggedAt.getTime() + more);
					const [one, other] = [loggedAt, after].map((at) => deadlineOf(calendar, urgency, at));

					expect(other?.getTime()).toBeGreaterThanOrEqual(one?.getTime() ?? Infinity);
				}
			),
			{ numRuns: 500 }
		);
	});

	test('the more pressing is never due after the less pressing', () => {
		fc.assert(
			fc.property(made, instants, (calendar, at) => {
				const [sameDay, threeDays] = (['same day', 'three school days'] as const).map((urgency) =>
					deadlineOf(calendar, urgency, at).getTime()
				);
				expect(sameDay).toBeLessThanOrEqual(threeDays ?? 0);
			})
		);
	});
});
