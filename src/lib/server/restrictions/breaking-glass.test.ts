import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Database } from '../db/index.ts';
import * as referrals from '../referrals/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	next,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	lantern,
	later,
	ledgerOf,
	logged,
	nell,
	proven,
	referred,
	sendingForm,
	stopTheNotices,
	toldIn,
	una,
	wren
} from '../testing.ts';
import { addName, breakGlass, breaking, lift, restrict, type Find } from './index.ts';
import { brokenGlass } from './schema.ts';
import { aRestrictedConcern, everybody, restricted, sealed } from './testing.ts';

type Db = Database<'organisation'>;

const at = later(5);
const minutes = (after: number): Date => new Date(at.getTime() + after * 60_000);
const why = 'The child is here and frightened.';
const opened = 'Somebody who is not named on it opened a record that only a few may open.';

const find: Find = async (tx, reference) =>
	(await concerns.find(tx, reference)) ??
	(await cases.find(tx, reference)) ??
	referrals.find(tx, reference);

const breaks = (db: Db, who: Staff, reference: string, when = at, leads = ['dee']) =>
	breakGlass(db, proven(who, when), find, { reference, why }, leads, when);

const reads = (db: Db, who: Staff, reference: string, when = at) =>
	concerns.read(db, proven(who, when), reference, when);

const anotherLead = as(bea, 'lead');

describe('breaking the glass', () => {
	test.each([flo, as(bea, 'head')])(
		'opens one record to $id, and every named person and lead is told in the same breath',
		async (who) => {
			const db = await aSchool();
			const reference = await aRestrictedConcern(db);
			const other = await aRestrictedConcern(db);
			const before = await toldIn(db);

			expect(await breaks(db, who, reference, at, ['dee', 'amal'])).toMatchObject({
				outcome: 'broken',
				record: { object: 'concern', reference },
				told: ['dee', 'una', 'amal']
			});

			expect(await reads(db, who, reference)).toMatchObject({
				reference,
				mayTriage: false,
				mayRestrict: false,
				restriction: { openUntil: minutes(60) }
			});
			expect(await reads(db, who, other)).toBeUndefined();
			expect(await ledgerOf(db)).toContain(`${who.id} broke the glass of concern ${reference}`);
			expect((await db.select().from(brokenGlass))[0]).toMatchObject({ staffId: who.id, why });
			// A lead who is not named hears that it happened, and not of which record.
			const told = (await toldIn(db)).filter((one) => !before.includes(one));
			expect(told.sort()).toEqual(
				[`amal ${opened}`, `dee ${opened} ${reference}`, `una ${opened} ${reference}`].sort()
			);
		}
	);

	test('ends after sixty minutes, and lists never show what it opened', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await breaks(db, flo, reference);
		const last = new Date(minutes(60).getTime() - 1);

		expect(await reads(db, flo, reference, last)).toMatchObject({ reference });
		expect(await reads(db, flo, reference, minutes(60))).toBeUndefined();

		expect(await concerns.untriaged(db, flo, at)).toEqual([]);
		expect(await concerns.countUntriaged(db, flo, at)).toBe(0);
	});

	test('asks again who they are when ten minutes have gone', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await breaks(db, flo, reference);

		expect(await concerns.read(db, proven(flo, at), reference, minutes(11))).toBe('step up');
	});

	test('twice, by a doubled click or at the same moment, breaks it once and tells once', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const told = (await toldIn(db)).length;

		const both = await Promise.all([breaks(db, flo, reference), breaks(db, flo, reference)]);

		expect(both.map(({ outcome }) => outcome)).toEqual(['broken', 'open already']);
		expect(await db.$count(brokenGlass)).toBe(1);
		expect((await toldIn(db)).length - told).toBe(2);
	});

	test('again after the hour breaks it again, and tells again', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await breaks(db, flo, reference);

		expect(await breaks(db, flo, reference, minutes(61))).toMatchObject({ outcome: 'broken' });
		expect(await db.$count(brokenGlass)).toBe(2);
	});

	test('by somebody who is named is not needed, and leaves no glass broken', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);

		expect(await breaks(db, una, reference)).toMatchObject({ outcome: 'open already' });
		expect(await db.$count(brokenGlass)).toBe(0);
	});

	test('of what is not there and of what is not restricted is one answer', async () => {
		const db = await aSchool();
		const open = await logged(db, amal);
		const before = await everythingIn(db);

		for (const is of [open, 'C-0000-0000', 'robin mossgate'])
			expect(await breaks(db, flo, is)).toEqual({ outcome: 'no such record' });

		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).slice(1)).toEqual([
			`flo was not shown restricted record ${open}`,
			'flo was not shown restricted record C-0000-0000',
			'flo was not shown restricted record of no such form'
		]);
	});

	test.each([
		['its author', amal],
		['a lead', anotherLead],
		['a pastoral colleague', as(bea, 'pastoral')],
		['a governor, administrator, analyst or operator', nell],
		['a worker', wren],
		['somebody without a role', as(flo)]
	])('%s breaks none', async (_, who) => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const before = await everythingIn(db);

		expect(await breaks(db, who, reference)).toEqual({ outcome: 'not found' });

		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).at(-1)).toBe(`${who.id} was refused act break the glass`);
	});

	test('needs a step-up of the last ten minutes', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const stale = proven(flo, minutes(-10.01));

		for (const who of [flo, stale])
			expect(await breakGlass(db, who, find, { reference, why }, ['dee'], at)).toEqual({
				outcome: 'step up'
			});
		expect(await db.$count(brokenGlass)).toBe(0);
	});

	test.each([
		['told', stopTheNotices],
		['written in the ledger', fillTheLedger]
	])('opens nothing when it cannot be %s', async (_, stop) => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await stop(db);
		const before = await everythingIn(db);

		await expect(breaks(db, flo, reference, at, [])).rejects.toThrow();

		expect(await everythingIn(db)).toEqual(before);
	});
});

describe('the glass of a case', () => {
	test('opens the case, what was sent from it, and the concern that the same people keep', async () => {
		const db = await aSchool();
		const referral = await referred(db);
		const [theCase] = await db.select().from(cases.cases);
		const caseReference = theCase?.reference ?? '';
		await restricted(db, cases.restrictable, caseReference, later(4));
		const [concern] = await db.select().from(concerns.concerns);
		const reference = concern?.reference ?? '';
		const told = (await toldIn(db)).length;

		expect(await breaks(db, flo, referral)).toMatchObject({
			outcome: 'broken',
			record: { object: 'case', reference: caseReference }
		});

		const who = proven(flo, at);
		expect(await referrals.read(db, who, referral, at)).toMatchObject({ reference: referral });
		const found = await cases.read(db, who, caseReference, at);
		expect(found).toMatchObject({ mayAdd: false, restriction: { openUntil: minutes(60) } });
		expect(JSON.stringify(found)).toContain(reference);
		expect(await reads(db, flo, reference)).toMatchObject({ mayTriage: false });
		expect(await reads(db, flo, reference, minutes(60))).toBeUndefined();
		expect(await ledgerOf(db)).toContain(`flo broke the glass of concern ${reference}`);
		expect((await toldIn(db)).length - told).toBe(2);
	});

	test('leaves shut a concern that others keep', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const kept = await logged(db, bea, { seenOrHeard: 'Kept by others.' });
		await cases.triage(db, dee, kept, { decision: 'add to the open case', why: 'It is.' }, at);
		await restricted(db, concerns.restrictable, kept, later(4), [una.id, bea.id]);
		await restricted(db, cases.restrictable, caseReference, later(4));

		await breaks(db, flo, caseReference);

		const found = await cases.read(db, proven(flo, at), caseReference, at);
		expect(JSON.stringify(found)).not.toContain('Kept by others.');
		expect(await reads(db, flo, kept)).toBeUndefined();
	});

	test('of one of its concerns opens that concern, and not the case', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		await restricted(db, cases.restrictable, caseReference, later(4));
		const [concern] = await db.select().from(concerns.concerns);

		await breaks(db, flo, concern?.reference ?? '');

		expect(await cases.read(db, proven(flo, at), caseReference, at)).toBeUndefined();
	});
});

describe('whoever broke the glass reads and changes nothing', () => {
	test('of a concern: not its triage, nor its restriction', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await breaks(db, flo, reference);
		const before = await everythingIn(db);
		const who = proven(as(flo, 'deputy', 'lead'), at);
		const triage = { ...next, decision: 'open a case', why: 'Now.' } as const;

		expect(await cases.triage(db, who, reference, triage, at)).toEqual({ outcome: 'not found' });
		const kind = concerns.restrictable;
		expect(await lift(db, who, kind, reference, { why: 'So.' }, at)).toBe('not found');
		expect(await addName(db, who, kind, reference, { name: 'flo' }, everybody, at)).toBe(
			'not found'
		);
		expect(await restrict(db, who, kind, reference, sealed, everybody, at)).toBe('not found');

		expect(await everythingIn(db)).toEqual(before);
	});

	test('of a case: no entry, and no referral', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await restricted(db, cases.restrictable, reference, later(4));
		await breaks(db, flo, reference);
		const before = await everythingIn(db);
		const who = proven(flo, at);

		const entry = { kind: 'fact', says: 'So it is.' } as const;
		expect(await cases.note(db, who, reference, entry, at)).toBe('not found');
		expect(await referrals.send(db, who, reference, lantern, sendingForm(), at)).toBe('not found');

		expect(await everythingIn(db)).toEqual(before);
	});

	test('and a named colleague still does both', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await restricted(db, cases.restrictable, reference, later(4));

		const entry = { kind: 'fact', says: 'So it is.' } as const;
		expect(await cases.note(db, proven(dee, at), reference, entry, at)).toBe('added');
	});
});

test('the form asks for a reference and for a reason, and takes a reference as it is spoken', () => {
	const said = (form: object) =>
		(v.safeParse(breaking, form).issues ?? []).map(({ message }) => message);

	expect(said({ why: ' ' })).toEqual([
		'Write the reference, such as C-4K7M-2QHD',
		'Say why you must open it now'
	]);
	for (const reference of ['Robin Bell hid', 'C-4K7M', 'X-4K7M-2QHD', 'C-4K7M-2QHD Robin'])
		expect(said({ reference, why })).toEqual([
			'That is not a reference: one is written like C-4K7M-2QHD'
		]);
	expect(v.parse(breaking, { reference: ' c-4k7m-2qhd ', why })).toEqual({
		reference: 'C-4K7M-2QHD',
		why
	});
});
