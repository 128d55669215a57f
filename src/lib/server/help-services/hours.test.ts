import { describe, expect, test } from 'vitest';
import { daysAfter, holidaysKnownThrough, mayDiffer, openingAt, ukTime } from './hours.ts';
import { nations, serviceById, type Service } from './services.ts';

const every = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const weekdays = every.slice(0, 5);

type Weekly = Extract<Service['hours'], { kind: 'weekly' }>;

/** Childline, with hours that somebody made up. */
const a = (hours: Partial<Weekly>, over: Partial<Service> = {}): Service => ({
	...serviceById('childline')!,
	hours: { kind: 'weekly', open: [], bankHolidays: 'unknown', ...hours },
	...over
});
const office = a({ open: [{ on: [...weekdays], from: '09:00', to: '17:00' }] });
const isAt = (service: Service, at: string) => openingAt(service, new Date(at)).is;

describe('the time on a wall in the United Kingdom', () => {
	test.each([
		['2026-01-15T09:00:00Z', '2026-01-15', 'thu', 9 * 60],
		['2026-07-15T09:00:00Z', '2026-07-15', 'wed', 10 * 60],
		['2026-07-15T23:30:00Z', '2026-07-16', 'thu', 30],
		['2026-12-31T23:59:59Z', '2026-12-31', 'thu', 23 * 60 + 59],
		['2027-03-28T00:59:00Z', '2027-03-28', 'sun', 59],
		['2027-03-28T01:00:00Z', '2027-03-28', 'sun', 2 * 60],
		['2027-10-31T00:30:00Z', '2027-10-31', 'sun', 90],
		['2027-10-31T01:30:00Z', '2027-10-31', 'sun', 90]
	])('at %s it is %s, %s, %i minutes past midnight', (at, date, day, minutes) => {
		expect(ukTime(new Date(at))).toEqual({ date, day, minutes });
	});

	test('counts days over the end of a month and a year, and not in hours', () => {
		expect(daysAfter('2026-12-30', 3)).toBe('2027-01-02');
		expect(daysAfter('2027-03-27', 2)).toBe('2027-03-29');
		expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
	});
});

describe('a service', () => {
	test('that answers at any hour is open at any hour', () => {
		expect(isAt(serviceById('childline')!, '2026-12-25T04:00:00Z')).toBe('open');
	});

	test('of which no source says when is never said to be open, nor closed', () => {
		expect(isAt(serviceById('nacoa')!, '2026-11-24T12:00:00Z')).toBe('unknown');
	});

	test('is open from its first minute, and closed at its last', () => {
		expect(isAt(office, '2026-11-24T08:59:59Z')).toBe('closed');
		expect(isAt(office, '2026-11-24T09:00:00Z')).toBe('open');
		expect(isAt(office, '2026-11-24T16:59:59Z')).toBe('open');
		expect(isAt(office, '2026-11-24T17:00:00Z')).toBe('closed');
		expect(isAt(office, '2026-11-22T12:00:00Z')).toBe('closed');
	});

	test('goes by summer time in summer, on both sides of each change', () => {
		expect(isAt(office, '2026-07-14T08:00:00Z')).toBe('open');
		expect(isAt(office, '2026-07-14T16:00:00Z')).toBe('closed');
		const night = a({
			open: [{ on: [...every], from: '01:30', to: '02:30' }],
			bankHolidays: 'as usual'
		});
		// In March the hour from one to two does not come; in October it comes twice.
		expect(isAt(night, '2027-03-28T00:59:00Z')).toBe('closed');
		expect(isAt(night, '2027-03-28T01:00:00Z')).toBe('open');
		expect(isAt(night, '2027-10-31T00:45:00Z')).toBe('open');
		expect(isAt(night, '2027-10-31T01:15:00Z')).toBe('closed');
		expect(isAt(night, '2027-10-31T01:45:00Z')).toBe('open');
	});

	test('that goes on after midnight is open on the morning after its day, and not before it', () => {
		const late = a({ open: [{ on: ['fri'], from: '20:00', to: '02:00' }] });
		expect(isAt(late, '2026-11-20T21:00:00Z')).toBe('open');
		expect(isAt(late, '2026-11-21T01:59:00Z')).toBe('open');
		expect(isAt(late, '2026-11-21T02:00:00Z')).toBe('closed');
		expect(isAt(late, '2026-11-20T01:00:00Z')).toBe('closed');
		const evening = a({ open: [{ on: [...every], from: '17:00', to: '24:00' }] });
		expect(isAt(evening, '2026-11-20T23:59:59Z')).toBe('open');
		expect(isAt(evening, '2026-11-21T00:00:00Z')).toBe('closed');
	});

	test('whose hours are old or in dispute is never said to be open, and closed only when all agree', () => {
		const old = a({ ...(office.hours as Weekly), doubtful: true });
		expect(isAt(old, '2026-11-24T12:00:00Z')).toBe('unknown');
		expect(openingAt(old, new Date('2026-11-24T20:00:00Z'))).toEqual({
			...{ is: 'closed', opens: undefined }
		});
	});
});

describe('on a bank holiday', () => {
	test.each([
		['2026-12-25', 'England'],
		['2026-12-28', 'Wales'],
		['2027-01-04', 'Scotland'],
		['2027-03-29', 'England'],
		['2027-07-12', 'Northern Ireland'],
		['2028-12-26', 'Scotland']
	] as const)('such as %s in %s, nobody knows whether it is open', (date, nation) => {
		const there = { ...office, nations: [nation] };
		expect(isAt(there, `${date}T12:00:00Z`)).toBe('unknown');
	});

	test('of another nation it is open as ever', () => {
		expect(isAt({ ...office, nations: ['England'] }, '2026-11-30T12:00:00Z')).toBe('open');
		expect(isAt({ ...office, nations: ['Scotland'] }, '2026-11-30T12:00:00Z')).toBe('unknown');
	});

	test('of any nation that it serves, it may be closed', () => {
		expect(isAt({ ...office, nations: [...nations] }, '2026-11-30T12:00:00Z')).toBe('unknown');
	});

	test('one that a source says is open every day is', () => {
		const daily = a({
			open: [{ on: [...every], from: '17:00', to: '24:00' }],
			bankHolidays: 'as usual'
		});
		expect(isAt(daily, '2026-12-25T18:00:00Z')).toBe('open');
	});

	test('also on a Christmas Day at a weekend, whose holiday comes later', () => {
		const saturday = a({ open: [{ on: [...every], from: '09:00', to: '17:00' }] });
		expect(mayDiffer('2027-12-25', ['England'])).toBe(true);
		expect(isAt(saturday, '2027-12-25T12:00:00Z')).toBe('unknown');
	});

	test('they are known for two years to come', () => {
		expect(holidaysKnownThrough).toBe('2028-12-31');
	});
});

describe('when it opens next', () => {
	const next = (at: string, service = office) => {
		const opening = openingAt(service, new Date(at));
		return opening.is === 'closed' ? opening.opens : opening.is;
	};

	test('is later today, tomorrow, or after the weekend', () => {
		expect(next('2026-11-24T08:00:00Z')).toEqual({ day: 'tue', from: '09:00' });
		expect(next('2026-11-24T18:00:00Z')).toEqual({ day: 'wed', from: '09:00' });
		expect(next('2026-11-20T18:00:00Z')).toEqual({ day: 'mon', from: '09:00' });
	});

	test('is never on a day of which nobody knows', () => {
		const english = { ...office, nations: ['England' as const] };
		expect(next('2027-03-25T18:00:00Z', english)).toEqual({ day: 'tue', from: '09:00' });
	});

	test('is the same day a week on, where there is but one', () => {
		const one = a({ open: [{ on: ['tue'], from: '09:00', to: '10:00' }] });
		expect(next('2026-11-24T11:00:00Z', one)).toEqual({ day: 'tue', from: '09:00' });
	});
});
