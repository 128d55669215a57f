import { expect, test } from 'vitest';
import { aSchool, amal, bea, dee, ledgerOf, later, nell, noon, wren } from '../testing.ts';
import * as drafts from './index.ts';
import { drafts as table } from './schema.ts';

const form = '/desk/concerns/new';
const typed = { seenOrHeard: 'Would not take the coat off.', place: 'By the gate' };
const aWeek = 7 * 24;

test('what somebody typed is there when they come back, and is no entry of the ledger', async () => {
	const db = await aSchool();

	expect(await drafts.keep(db, amal, form, typed, noon)).toBe('kept');

	expect(await drafts.of(db, amal, form, later(1))).toEqual({ fields: typed, savedAt: noon });
	expect(await drafts.list(db, amal, later(1))).toEqual([{ form, savedAt: noon }]);
	expect(await ledgerOf(db)).toEqual([]);
});

test('nobody sees another’s, whatever they are', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);

	for (const other of [bea, dee, nell, wren]) {
		expect(await drafts.of(db, other, form, noon)).toBeUndefined();
		expect(await drafts.list(db, other, noon)).toEqual([]);
	}
});

test('there is one for each form and person: the newer words stand in place of the older', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);
	await drafts.keep(db, bea, form, { place: 'Hall' }, noon);

	await drafts.keep(db, amal, form, { place: 'Corridor' }, later(1));

	expect(await db.$count(table)).toBe(2);
	expect((await drafts.of(db, amal, form, later(1)))?.fields).toEqual({ place: 'Corridor' });
	expect((await drafts.of(db, bea, form, later(1)))?.fields).toEqual({ place: 'Hall' });
});

test.each(['password', 'code', 'passkey', 'key'])(
	'a field called %s is never kept',
	async (name) => {
		const db = await aSchool();

		await drafts.keep(db, amal, form, { ...typed, [name]: 'not to be kept' }, noon);

		expect(JSON.stringify(await db.select().from(table))).not.toContain('not to be kept');
	}
);

test('a form with nothing in it keeps nothing, and takes back what was kept', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);

	const emptied = { seenOrHeard: ' ', key: 'a key' };
	expect(await drafts.keep(db, amal, form, emptied, later(1))).toBe('nothing to keep');

	expect(await db.$count(table)).toBe(0);
});

test('nothing is kept for a form that the person may not send', async () => {
	const db = await aSchool();

	for (const [who, address] of [
		[amal, '/desk/concerns/C-4K7M-2QHD/triage'],
		[amal, '/desk/inbox/R-4K7M-2QHD/acceptance'],
		[nell, form],
		[{ ...amal, roles: [] }, form]
	] as const)
		expect(await drafts.keep(db, who, address, typed, noon)).toBe('no such form');

	expect(await db.$count(table)).toBe(0);
});

test.each([
	'/desk/sign-in',
	'/desk/account',
	'/desk/concerns/new/',
	'/desk/concerns/C-4K7M-2QHI/triage',
	'/desk/concerns/../triage',
	'/desk/referrals/R-4K7M-2QHD/print',
	'https://elsewhere.example/desk/concerns/new',
	''
])('nothing is kept for “%s”, which is no such form', async (address) => {
	const db = await aSchool();

	expect(await drafts.keep(db, dee, address, typed, noon)).toBe('no such form');
	expect(await drafts.of(db, dee, address, noon)).toBeUndefined();
});

test.each([
	'/desk/concerns/C-4K7M-2QHD/triage',
	'/desk/cases/K-4K7M-2QHD/entries',
	'/desk/cases/K-4K7M-2QHD/contacts',
	'/desk/cases/K-4K7M-2QHD/referrals/new',
	'/desk/referrals/R-4K7M-2QHD/closing'
])('a lead’s %s is kept', async (address) => {
	const db = await aSchool();

	expect(await drafts.keep(db, dee, address, { why: 'The third.' }, noon)).toBe('kept');
});

test('more than a form can hold is not kept', async () => {
	const db = await aSchool();
	const tooLong = { seenOrHeard: 'x'.repeat(512 * 1024) };

	expect(await drafts.keep(db, amal, form, tooLong, noon)).toBe('too long');
});

test('a week after the last word it is shown to nobody, and then it is gone', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);

	await drafts.forgetOld(db, later(aWeek));
	expect(await drafts.of(db, amal, form, later(aWeek))).toBeDefined();

	expect(await drafts.of(db, amal, form, later(aWeek + 0.01))).toBeUndefined();
	expect(await drafts.list(db, amal, later(aWeek + 0.01))).toEqual([]);
	await drafts.forgetOld(db, later(aWeek + 0.01));
	expect(await db.$count(table)).toBe(0);
});

test('of somebody who begins one form after another, the twenty newest are kept', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);
	const letters = '0123456789ABCDEFGHJKM';
	for (const [index, letter] of [...letters].entries())
		await drafts.keep(db, dee, `/desk/cases/K-4K7M-2QH${letter}/entries`, typed, later(index));

	const kept = await drafts.list(db, dee, later(30));

	expect(kept).toHaveLength(20);
	expect(kept.map((one) => one.form)).not.toContain('/desk/cases/K-4K7M-2QH0/entries');
	expect(await drafts.of(db, amal, form, later(30))).toBeDefined();
});

test('what somebody threw away, or sent, is gone for them and stays for others', async () => {
	const db = await aSchool();
	await drafts.keep(db, amal, form, typed, noon);
	await drafts.keep(db, bea, form, typed, noon);

	await drafts.forget(db, amal, form);

	expect(await drafts.of(db, amal, form, noon)).toBeUndefined();
	expect(await drafts.of(db, bea, form, noon)).toBeDefined();
});

test('a list names no form that the person may no longer send', async () => {
	const db = await aSchool();
	await drafts.keep(db, dee, '/desk/cases/K-4K7M-2QHD/entries', typed, noon);

	expect(await drafts.list(db, { ...dee, roles: ['teacher'] }, noon)).toEqual([]);
});
