import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { may, roles, type Role } from '../access/index.ts';
import { after, aDoor, noon } from '../accounts/testing.ts';
import type { Database } from '../db/index.ts';
import { amal, as, aSchool, aService, everythingIn, fillTheLedger, ledgerOf } from '../testing.ts';
import { bea, dee, later, nell, wren } from '../testing.ts';
import type { Module } from '../training/index.ts';
import { read } from '../training/reading.ts';
import { aModule } from '../training/testing.ts';
import * as record from './index.ts';

const noticing = read('/t1-noticing.svx', aModule());
const asking = read('/t2-asking.svx', { ...aModule(), id: 'T2', title: 'Asking, “twice”' });
const modules = [noticing, asking];
const written: Module = { ...noticing, version: '2026-12-01' };

const right = { version: noticing.version, q1: '0', q2: '0', q3: '0' };
const inSchool = async () => ({ db: await aSchool() });

describe('somebody who answers', () => {
	test('all of it rightly has done the module, in its version, and the ledger says so', async () => {
		const { db } = await inSchool();

		expect(await record.complete(db, amal, noticing, right, noon)).toBe('done');

		expect(await record.own(db, amal, modules)).toEqual({
			T1: { is: 'done', version: '2026-11-20', at: noon },
			T2: { is: 'not done' }
		});
		expect(await ledgerOf(db)).toEqual(['amal completed training T1 of 2026-11-20']);
	});

	test('twice has done it once, on the first day', async () => {
		const { db } = await inSchool();
		await record.complete(db, amal, noticing, right, noon);

		expect(await record.complete(db, amal, noticing, right, later(5))).toBe('done');

		expect(await db.select().from(record.trainingCompletions)).toHaveLength(1);
		expect(await record.own(db, amal, modules)).toMatchObject({ T1: { at: noon } });
		expect(await ledgerOf(db)).toHaveLength(1);
	});

	test('from two windows at once has done it once', async () => {
		const { db } = await inSchool();
		const press = () => record.complete(db, amal, noticing, right, noon);

		expect(await Promise.all([press(), press(), press()])).toEqual(['done', 'done', 'done']);

		expect(await db.select().from(record.trainingCompletions)).toHaveLength(1);
		expect(await ledgerOf(db)).toHaveLength(1);
	});

	test('one wrongly and leaves one out hears of each, and nothing is kept', async () => {
		const { db } = await inSchool();
		const before = await everythingIn(db);

		const said = await record.complete(db, amal, noticing, { ...right, q2: '1', q3: '' }, noon);

		expect(said).toEqual({
			replies: { q2: 'Not quite. Nobody alone can be sure.', q3: 'Choose an answer' }
		});
		expect(await everythingIn(db)).toEqual(before);
		expect(await ledgerOf(db)).toEqual([]);
	});

	test.each(['2', '-1', '00', '0.0', ' 0', 'Today', 'toString'])(
		'with “%s”, which is no option, has answered nothing',
		async (sent) => {
			const { db } = await inSchool();
			expect(await record.complete(db, amal, noticing, { ...right, q1: sent }, noon)).toEqual({
				replies: { q1: 'Choose an answer' }
			});
		}
	);

	test('in words that have changed meanwhile has done nothing yet', async () => {
		const { db } = await inSchool();
		expect(await record.complete(db, amal, written, right, noon)).toBe('changed meanwhile');
		expect(await record.own(db, amal, modules)).toMatchObject({ T1: { is: 'not done' } });
	});

	test('what was written anew since has done it in an earlier version, until they do it again', async () => {
		const { db } = await inSchool();
		await record.complete(db, amal, noticing, right, noon);

		expect(await record.own(db, amal, [written])).toEqual({
			T1: { is: 'done in an earlier version', version: '2026-11-20', at: noon }
		});

		await record.complete(db, amal, written, { ...right, version: written.version }, later(9));
		expect(await record.own(db, amal, [written])).toMatchObject({
			T1: { is: 'done', at: later(9) }
		});
		expect(await db.select().from(record.trainingCompletions)).toHaveLength(2);
	});

	test('while the ledger cannot be written has done nothing', async () => {
		const { db } = await inSchool();
		await fillTheLedger(db);

		await expect(record.complete(db, amal, noticing, right, noon)).rejects.toThrow();

		expect(await db.select().from(record.trainingCompletions)).toEqual([]);
	});
});

test('what one does is nobody else’s', async () => {
	const { db } = await inSchool();
	await record.complete(db, amal, noticing, right, noon);

	expect(await record.own(db, bea, modules)).toMatchObject({ T1: { is: 'not done' } });
});

test('a worker of a service does the same', async () => {
	const db = await aService();
	expect(await record.complete(db, wren, noticing, right, noon)).toBe('done');
});

test.each(roles.filter((role) => !may({ roles: [role] }, 'do training')))(
	'a %s does none, and is told nothing',
	async (role) => {
		const { db } = await inSchool();
		const staff = as(nell, role);

		expect(await record.own(db, staff, modules)).toBe('not found');
		expect(await record.complete(db, staff, noticing, right, noon)).toBe('not found');

		expect(await db.select().from(record.trainingCompletions)).toEqual([]);
		expect(await ledgerOf(db)).toEqual(Array(2).fill('nell was refused act do training'));
	}
);

describe('the record of a school', () => {
	let at: Awaited<ReturnType<typeof aDoor>>;
	let db: Database<'organisation'>;

	beforeEach(async () => {
		at = await aDoor();
		db = await at.ledger();
	});
	afterEach(() => at.end());

	const place = (): record.Place => ({ platform: at.door.platform, db });
	async function come(name: string, ...held: Role[]) {
		const { accountId } = await at.person(name, held, { app: false });
		return (await at.whole(accountId)).staff;
	}

	test('says of everybody what they did and when, and who has not', async () => {
		const lead = await come('dee', 'lead');
		const teacher = await come('amal', 'teacher');
		await come('kit', 'analyst');
		await record.complete(db, teacher, noticing, right, noon);

		const listed = await record.list(place(), lead, modules, after(5));

		expect(listed).toEqual([
			{
				staffId: 'amal',
				name: 'amal',
				standings: {
					T1: { is: 'done', version: '2026-11-20', at: noon },
					T2: { is: 'not done' }
				}
			},
			{
				...{ staffId: 'dee', name: 'dee' },
				standings: { T1: { is: 'not done' }, T2: { is: 'not done' } }
			}
		]);
		expect(await ledgerOf(db)).toContain('dee listed training all');
	});

	test('is a table for a spreadsheet as well, and taking it away is written down', async () => {
		const head = await come('una', 'head');
		await record.complete(db, head, noticing, right, noon);

		expect(await record.exported(place(), head, modules, after(5))).toBe(
			[
				'"name","module","title","done","in the version of","on"',
				'"una","T1","Noticing","done","2026-11-20","2026-11-10"',
				'"una","T2","Asking, “twice”","not done","",""',
				''
			].join('\r\n')
		);
		expect(await ledgerOf(db)).toContain('una exported training all');
	});

	test('is shown to nobody while the ledger cannot be written', async () => {
		const lead = await come('dee', 'lead');
		await fillTheLedger(db);

		await expect(record.list(place(), lead, modules, noon)).rejects.toThrow();
		await expect(record.exported(place(), lead, modules, noon)).rejects.toThrow();
	});

	test.each(roles.filter((role) => !may({ roles: [role] }, 'read the training record')))(
		'is not there for a %s',
		async (role) => {
			const staff = { ...as(dee, role), organisation: { ...dee.organisation, id: 'moss' } };

			expect(await record.list(place(), staff, modules, noon)).toBe('not found');
			expect(await record.exported(place(), staff, modules, noon)).toBe('not found');

			expect(await ledgerOf(db)).toEqual(
				Array(2).fill('dee was refused act read the training record')
			);
		}
	);

	test('tells another organisation’s lead of none of its people', async () => {
		await come('amal', 'teacher');
		const elsewhere = await aSchool();
		const staff = { ...dee, organisation: { ...dee.organisation, id: 'another' } };

		expect(
			await record.list({ platform: at.door.platform, db: elsewhere }, staff, modules, noon)
		).toEqual([]);
	});
});
