import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { may, roles } from '../access/index.ts';
import { as, aSchool, dee, everythingIn, fillTheLedger, ledgerOf, nell, noon } from '../testing.ts';
import * as days from './index.ts';

const admin = as(nell, 'admin');
const typed = {
	...{ opensAt: '8:45', closesAt: '15:15' },
	terms: '4/1/2027 to 25/3/2027\r\n2 9 2026 18 12 2026\r\n',
	closed: '2026-10-26 – 2026-10-30\n\n27 11 2026'
};
const read = (form: Record<string, string>) => v.safeParse(days.setting, form);
const said = (different: Record<string, string>) =>
	(read({ ...typed, ...different }).issues ?? []).map(
		(issue) => `${v.getDotPath(issue)}: ${issue.message}`
	);
const values = v.parse(days.setting, typed);

describe('the form', () => {
	test('keeps days as lines, the earliest first, however they were typed', () => {
		expect(values).toEqual({
			opensAt: '08:45',
			closesAt: '15:15',
			terms: '2026-09-02 2026-12-18\n2027-01-04 2027-03-25',
			closed: '2026-10-26 2026-10-30\n2026-11-27'
		});
	});

	test('takes what it has kept', () => {
		expect(v.parse(days.setting, values)).toEqual(values);
	});

	test('takes a school without terms', () => {
		expect(said({ terms: '', closed: '' })).toEqual([]);
	});

	test.each([
		[
			'2 9 2026',
			'Line 1 cannot be read: write its first and its last day, such as 2 9 2026 to 18 12 2026'
		],
		[
			'2 9 2026 18 12 2026\nspring',
			'Line 2 cannot be read: write its first and its last day, such as 2 9 2026 to 18 12 2026'
		],
		[
			'2 9 26 18 12 26',
			'Line 1 cannot be read: write its first and its last day, such as 2 9 2026 to 18 12 2026'
		],
		['\n\n2 9 2026 31 11 2026', 'Line 3 names a day that there is not'],
		['18 12 2026 2 9 2026', 'Line 1 ends before it begins']
	])('says which line of the terms it cannot take: %j', (terms, says) => {
		expect(said({ terms })).toEqual([`terms: ${says}`]);
	});

	test('says the same of the days on which the school is closed', () => {
		expect(said({ closed: '26 10 2026\nhalf-term' })).toEqual([
			'closed: Line 2 cannot be read: write a day, or the first and the last of several, such as 26 10 2026 to 30 10 2026'
		]);
		expect(said({ closed: '21 12 2026 to 4 1 2028' })).toEqual([
			'closed: Line 1 is longer than ten weeks: look at the years'
		]);
	});

	test('wants a school that closes after it opens', () => {
		expect(said({ opensAt: '15:30', closesAt: '8:30' })).toEqual([
			'closesAt: The school closes after it opens: write a later time'
		]);
		expect(said({ opensAt: 'early', closesAt: '25:00' })).toEqual([
			'opensAt: Write when the school opens, such as 08:30',
			'closesAt: Write when the school closes, such as 15:30'
		]);
	});

	test('says everything that is missing at once', () => {
		expect((read({}).issues ?? []).map((issue) => v.getDotPath(issue))).toEqual([
			'opensAt',
			'closesAt'
		]);
	});
});

describe('a school’s days', () => {
	test('are the usual ones until somebody keeps others', async () => {
		const db = await aSchool();

		expect(await days.current(db)).toEqual(days.usual);
		expect(await days.own(db, admin)).toMatchObject({ kept: false, typed: { opensAt: '08:30' } });
	});

	test('are what was kept last, and come back into the form as they are kept', async () => {
		const db = await aSchool();
		await days.set(db, admin, values, noon);
		await days.set(db, dee, { ...values, closed: '' }, noon);

		expect(await days.current(db)).toEqual({
			...{ opensAt: '08:45', closesAt: '15:15', closed: [] },
			terms: [
				{ first: '2026-09-02', last: '2026-12-18' },
				{ first: '2027-01-04', last: '2027-03-25' }
			]
		});
		expect(await days.own(db, admin)).toMatchObject({
			kept: true,
			typed: { ...values, closed: '' }
		});
	});

	test('are written down, once for a doubled click', async () => {
		const db = await aSchool();
		await days.set(db, admin, values, noon);
		await days.set(db, admin, values, noon);

		expect(await ledgerOf(db)).toEqual([`${admin.id} set calendar school days`]);
		expect((await everythingIn(db)).school_calendars).toHaveLength(1);
	});

	test('that cannot be written down are not changed', async () => {
		const db = await aSchool();
		await fillTheLedger(db);

		await expect(days.set(db, admin, values, noon)).rejects.toThrow();
		expect(await days.current(db)).toEqual(days.usual);
	});
});

test.each(roles.filter((role) => !may({ roles: [role] }, 'keep the school’s days')))(
	'a %s neither sees nor keeps the calendar, and the ledger says that they tried',
	async (role) => {
		const db = await aSchool();
		const staff = as(nell, role);

		expect(await days.own(db, staff)).toBe('not found');
		expect(await days.set(db, staff, values)).toBe('not found');

		expect((await everythingIn(db)).school_calendars).toEqual([]);
		expect(await ledgerOf(db)).toHaveLength(2);
	}
);

test('an administrator of a partnership has none to keep', async () => {
	const db = await aSchool();
	const staff = { ...admin, organisation: { ...admin.organisation, kind: 'partnership' as const } };

	expect(await days.own(db, staff)).toBe('not found');
	expect(await days.set(db, staff, values)).toBe('not found');
});
