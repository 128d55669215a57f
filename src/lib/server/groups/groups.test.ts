import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import * as concerns from '../concerns/index.ts';
import { write } from '../db/index.ts';
import {
	amal,
	aSchool,
	as,
	bea,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	proven,
	robin,
	rowan,
	toldIn,
	una,
	wren
} from '../testing.ts';
import { groupPupils, groupStaff } from './schema.ts';
import * as groups from './index.ts';

const lead = proven(dee, noon);
const ned = as(bea, 'pastoral');
const key = '11111111-1111-4111-8111-111111111111';

async function aGroup() {
	const db = await aSchool();
	await groups.make(db, lead, { key, name: 'Year 8' }, noon);
	return db;
}

const put = { whole: '', pupil: '' };
const given = { person: ned.id };
const holders = { pastoral: [ned.id], leads: [dee.id] };

describe('a group', () => {
	test('is made once, however often the form is sent', async () => {
		const db = await aGroup();

		expect(await groups.make(db, lead, { key, name: 'Year 8' }, noon)).toEqual({ id: key });
		expect(await groups.list(db, lead, noon)).toEqual({
			groups: [{ id: key, name: 'Year 8', pupils: 0, carers: 0 }]
		});
		expect(await ledgerOf(db)).toEqual([`dee made group ${key}`, 'dee listed groups all']);
	});

	test('has a name that no other has', async () => {
		const db = await aGroup();
		const other = key.replace('1', '2');

		expect(await groups.make(db, lead, { key: other, name: 'Year 8' }, noon)).toBe('name taken');
		expect(await groups.make(db, lead, { key, name: 'Year 9' }, noon)).toBe('name taken');
	});

	test('takes a whole year, a whole form and one pupil, nobody twice', async () => {
		const db = await aGroup();

		expect(await groups.putIn(db, lead, key, { ...put, whole: 'year 8' }, noon)).toBe('put in');
		expect(await groups.putIn(db, lead, key, { ...put, whole: 'form 8C' }, noon)).toBe('put in');
		expect(await groups.putIn(db, lead, key, { ...put, pupil: rowan.id }, noon)).toBe('put in');

		const inIt = (await db.select().from(groupPupils)).map(({ pupilId }) => pupilId);
		expect(inIt.sort()).toEqual([robin.id, rowan.id]);
		expect((await ledgerOf(db)).slice(1)).toEqual([
			`dee put in: year 8 group ${key}`,
			`dee put in: form 8C group ${key}`,
			`dee put a pupil in group ${key}`,
			`dee put in a group pupil ${rowan.id}`
		]);
	});

	test.each(['', 'year', 'year 99', 'year 8; drop', 'form ', 'form %', 'all', '8C'])(
		'takes nobody for “%s”',
		async (whole) => {
			const db = await aGroup();

			expect(await groups.putIn(db, lead, key, { ...put, whole }, noon)).toBe('nobody');
			expect(await db.select().from(groupPupils)).toEqual([]);
		}
	);

	test('lets a pupil out again, once', async () => {
		const db = await aGroup();
		await groups.putIn(db, lead, key, { ...put, pupil: robin.id }, noon);

		expect(await groups.takeOut(db, lead, key, robin.id, noon)).toBe('taken out');
		expect(await groups.takeOut(db, lead, key, robin.id, noon)).toBe('not in it');
		expect(await db.select().from(groupPupils)).toEqual([]);
	});

	test('shows who is in it and who looks after it, and that is written down', async () => {
		const db = await aGroup();
		await groups.putIn(db, lead, key, { ...put, pupil: robin.id }, noon);
		await groups.give(db, lead, key, given, holders, noon);

		expect(await groups.read(db, lead, key, noon)).toMatchObject({
			name: 'Year 8',
			pupils: [{ id: robin.id, form: '8C' }],
			carers: [{ id: ned.id }],
			years: [7, 8, 9, 10],
			forms: ['7D', '8C', '9B', '10A']
		});
		expect((await ledgerOf(db)).at(-1)).toBe(`dee read group ${key}`);
	});
});

describe('looking after a group', () => {
	test('opens what is written about its pupils, until it is taken back', async () => {
		const db = await aGroup();
		const about = await logged(db, amal);
		await logged(db, amal, { pupil: rowan.id });
		await groups.putIn(db, lead, key, { ...put, pupil: robin.id }, noon);
		const seen = async () =>
			(await concerns.ofGroups(db, ned, later(1))).map((one) => one.reference);
		expect(await seen()).toEqual([]);

		expect(await groups.give(db, lead, key, given, holders, noon)).toBe('given');
		expect(await seen()).toEqual([about]);
		expect(await groups.give(db, lead, key, given, holders, noon)).toBe('given already');

		expect(await groups.takeBack(db, lead, key, given, noon)).toBe('taken back');
		expect(await groups.takeBack(db, lead, key, given, noon)).toBe('not theirs');
		expect(await seen()).toEqual([]);
		expect(await ledgerOf(db)).toEqual(
			expect.arrayContaining([
				`dee gave a group person ${ned.id}`,
				`dee gave to somebody group ${key}`,
				`dee took a group back person ${ned.id}`,
				`dee took back from somebody group ${key}`
			])
		);
	});

	test('is told to every lead who did not give it', async () => {
		const db = await aGroup();
		const both = { ...holders, leads: [dee.id, flo.id] };

		await groups.give(db, lead, key, given, both, noon);
		await groups.give(db, lead, key, given, both, noon);

		expect(await toldIn(db)).toEqual([
			'flo A group was given to somebody. Under Groups you see whose it is.'
		]);
	});

	test('is for nobody who is not pastoral, or has left', async () => {
		const db = await aGroup();
		await write(db, (tx) => tx.update(adults).set({ leftAt: noon }));

		expect(await groups.give(db, lead, key, { person: amal.id }, holders, noon)).toBe(
			'not pastoral'
		);
		expect(await groups.give(db, lead, key, given, holders, noon)).toBe('not pastoral');
		expect(
			await groups.give(
				db,
				lead,
				key,
				{ person: 'nobody' },
				{ ...holders, pastoral: ['nobody'] },
				noon
			)
		).toBe('not pastoral');
		expect(await db.select().from(groupStaff)).toEqual([]);
	});

	test('is never given to oneself or taken from oneself', async () => {
		const db = await aGroup();
		const both = proven(as(una, 'head', 'pastoral'), noon);
		const own = { person: una.id };

		expect(await groups.give(db, both, key, own, { ...holders, pastoral: [una.id] }, noon)).toBe(
			'not oneself'
		);
		await groups.give(db, lead, key, own, { ...holders, pastoral: [una.id] }, noon);
		expect(await groups.takeBack(db, both, key, own, noon)).toBe('not oneself');
		expect(await db.select().from(groupStaff)).toHaveLength(1);
	});
});

describe('keeping groups', () => {
	const acts = (db: Awaited<ReturnType<typeof aSchool>>, staff: Staff, at = noon) => [
		groups.list(db, staff, at),
		groups.read(db, staff, key, at),
		groups.make(db, staff, { key: key.replace('1', '2'), name: 'Mine' }, at),
		groups.putIn(db, staff, key, { ...put, whole: 'year 8' }, at),
		groups.takeOut(db, staff, key, robin.id, at),
		groups.give(db, staff, key, given, holders, at),
		groups.takeBack(db, staff, key, given, at)
	];

	test.each([
		amal,
		flo,
		ned,
		nell,
		wren,
		as(amal, 'admin'),
		as(amal, 'governor'),
		as(amal, 'manager')
	])('is not for $roles: who reads is not theirs to say', async (staff) => {
		const db = await aGroup();

		expect(await Promise.all(acts(db, proven(staff, noon)))).toEqual(Array(7).fill('not found'));
		expect((await ledgerOf(db)).slice(1)).toEqual(
			Array(7).fill(`${staff.id} was refused act keep groups`)
		);
	});

	test('waits for a step-up', async () => {
		const db = await aGroup();

		expect(await Promise.all(acts(db, lead, later(1)))).toEqual(Array(7).fill('step up'));
	});

	test('of a group that is not there is written down', async () => {
		const db = await aSchool();

		expect(await groups.read(db, lead, key, noon)).toBe('not found');
		expect(await groups.putIn(db, lead, 'Robin’s', { ...put, whole: 'year 8' }, noon)).toBe(
			'not found'
		);
		expect(await ledgerOf(db)).toEqual([
			`dee was not shown group ${key}`,
			'dee was not shown group of no such form'
		]);
	});

	test('does nothing that cannot be written down', async () => {
		const db = await aGroup();
		await fillTheLedger(db);

		await expect(groups.give(db, lead, key, given, holders, noon)).rejects.toThrow();
		await expect(groups.putIn(db, lead, key, { ...put, whole: 'year 8' }, noon)).rejects.toThrow();
		expect(await db.select().from(groupStaff)).toEqual([]);
		expect(await db.select().from(groupPupils)).toEqual([]);
	});
});
