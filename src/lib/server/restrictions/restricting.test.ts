import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import { write } from '../db/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	proven,
	toldIn,
	una,
	wren
} from '../testing.ts';
import { addName, lift, restrict } from './index.ts';
import { aRestrictedConcern, everybody, restricted, sealed } from './testing.ts';

const kind = concerns.restrictable;
const at = later(2);
const waits = 'A record that only you and a few others may open waits for you.';
const reads = (db: Parameters<typeof concerns.read>[0], who: Staff, reference: string) =>
	concerns.read(db, proven(who, at), reference, at);

const notTheirs: [string, Staff][] = [
	['its author', amal],
	['a colleague', bea],
	['a deputy', flo],
	['a head who is not named', as(bea, 'head')],
	['a pastoral colleague', as(bea, 'pastoral')],
	['a governor, administrator, analyst or operator', nell],
	['a worker', wren],
	['somebody without a role', as(dee)]
];

describe('restricting a record', () => {
	test('keeps it to whoever did it and those they named, who are told; the ledger names nobody', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		const outcome = await restrict(db, proven(dee, at), kind, reference, sealed, everybody, at);

		expect(outcome).toBe('restricted');
		expect((await ledgerOf(db)).slice(1)).toEqual([`dee restricted concern ${reference}`]);
		expect(await toldIn(db)).toEqual([`una ${waits} ${reference}`]);
		for (const who of [dee, una])
			expect(await reads(db, who, reference)).toMatchObject({
				restricted: true,
				restriction: {
					reason: sealed.reason,
					named: [
						{ id: 'dee', name: dee.name },
						{ id: 'una', name: una.name }
					],
					openUntil: null
				}
			});
		for (const who of [amal, flo, as(flo, 'lead')])
			expect(await reads(db, who, reference)).toBeUndefined();
	});

	test('of a case keeps the concerns that it stands on to the same people, and tells each once', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);

		await restricted(db, cases.restrictable, caseReference, at);

		const [concern] = await db.select().from(concerns.concerns);
		const reference = concern?.reference ?? '';
		expect((await ledgerOf(db)).slice(-2)).toEqual([
			`dee restricted case ${caseReference}`,
			`dee restricted concern ${reference}`
		]);
		expect((await toldIn(db)).filter((told) => told.includes(waits))).toEqual([
			`una ${waits} ${caseReference}`
		]);
		expect(await reads(db, una, reference)).toMatchObject({ restricted: true });
		expect(await reads(db, amal, reference)).toBeUndefined();
		expect(await reads(db, flo, reference)).toBeUndefined();
	});

	test('of a case leaves a concern that others keep to those others', async () => {
		const db = await aSchool();
		const caseReference = await caseOpened(db);
		const other = proven(as(flo, 'lead'), at);
		const kept = await logged(db, bea);
		await cases.triage(db, other, kept, { decision: 'add to the open case', why: 'It is.' }, at);
		await restrict(db, other, kind, kept, { ...sealed, names: [] }, everybody, at);

		await restricted(db, cases.restrictable, caseReference, at);

		expect(await reads(db, flo, kept)).toMatchObject({ restriction: { named: [{ id: 'flo' }] } });
		expect(await reads(db, dee, kept)).toBeUndefined();
	});

	test('twice, by a doubled click or at the same moment, is one restriction', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		const again = () => restrict(db, proven(dee, at), kind, reference, sealed, everybody, at);

		expect(await Promise.all([again(), again()])).toEqual(['restricted', 'restricted already']);

		expect(await toldIn(db)).toHaveLength(1);
		expect(await ledgerOf(db)).toHaveLength(2);
	});

	test.each([
		['somebody who may not read it', 'nell'],
		['somebody who is not there', 'nobody'],
		['somebody who has left', 'bea']
	])('to %s is an answer, and restricts nothing', async (_, id) => {
		const db = await aSchool();
		await write(db, (tx) => tx.update(adults).set({ leftAt: noon }).where(eq(adults.id, 'bea')));
		const reference = await logged(db, amal);
		const before = await everythingIn(db);
		const form = { ...sealed, names: [una.id, id] };

		const outcome = await restrict(db, proven(dee, at), kind, reference, form, everybody, at);

		expect(outcome).toBe('not to be named');
		expect(await everythingIn(db)).toEqual(before);
	});

	test.each(notTheirs)('%s restricts nothing, and hears what anybody hears', async (_, who) => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		const before = await everythingIn(db);

		const hers = (is: string) => restrict(db, proven(who, at), kind, is, sealed, everybody, at);

		expect(await hers(reference)).toBe('not found');
		expect(await hers('C-0000-0000')).toBe('not found');
		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).slice(1).join()).toMatch(/was (refused act|not shown)/);
	});
});

/** The three acts upon a restriction that stands. Each must ask for the very same things. */
const acts = {
	restrict: (...[db, who, is, when]: Doing) => restrict(db, who, kind, is, sealed, everybody, when),
	'add a name': (...[db, who, is, when]: Doing) =>
		addName(db, who, kind, is, { name: bea.id }, everybody, when),
	lift: (...[db, who, is, when]: Doing) => lift(db, who, kind, is, { why: 'It is over.' }, when)
};
type Doing = [db: Awaited<ReturnType<typeof aSchool>>, who: Staff, reference: string, at: Date];

describe.each(Object.entries(acts))('to %s', (_name, act) => {
	test.each([...notTheirs, ['a lead who is not named', as(flo, 'lead')] as const])(
		'on a restricted record is nothing for %s',
		async (_, who) => {
			const db = await aSchool();
			const reference = await aRestrictedConcern(db);
			const before = await everythingIn(db);

			expect(await act(db, proven(who, at), reference, at)).toBe('not found');

			expect(await everythingIn(db)).toEqual(before);
			expect((await ledgerOf(db)).at(-1)).toMatch(`${who.id} was`);
		}
	);

	test('needs a step-up of the last ten minutes, whatever the record is', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const open = await logged(db, bea);
		const before = await everythingIn(db);
		const stale = new Date(at.getTime() - 10 * 60_000 - 1);

		for (const who of [dee, proven(dee, stale)])
			for (const is of [reference, open, 'C-0000-0000'])
				expect(await act(db, who, is, at)).toBe('step up');

		expect(await everythingIn(db)).toEqual(before);
	});

	test('does nothing when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const open = await logged(db, bea);
		await fillTheLedger(db);
		const before = await everythingIn(db);

		const which = act === acts.restrict ? open : reference;
		await expect(act(db, proven(dee, at), which, at)).rejects.toThrow();

		expect(await everythingIn(db)).toEqual(before);
	});
});

describe('naming one more', () => {
	test('opens it to them, tells them, and writes down that it was done and not whom', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);

		expect(await acts['add a name'](db, proven(una, at), reference, at)).toBe('named');
		expect(await acts['add a name'](db, proven(una, at), reference, at)).toBe('named already');

		expect(await reads(db, bea, reference)).toMatchObject({ reference });
		expect(await ledgerOf(db)).toContain(`una named somebody on concern ${reference}`);
		expect(await toldIn(db)).toContain(`bea ${waits} ${reference}`);
	});

	test('of somebody who may not be named is an answer', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		const before = await everythingIn(db);

		const outcome = await addName(
			db,
			proven(dee, at),
			kind,
			reference,
			{ name: nell.id },
			everybody,
			at
		);

		expect(outcome).toBe('not to be named');
		expect(await everythingIn(db)).toEqual(before);
	});

	test('on what is not restricted is an answer', async () => {
		const db = await aSchool();

		expect(await acts['add a name'](db, proven(dee, at), await logged(db, amal), at)).toBe(
			'not restricted'
		);
	});
});

describe('lifting', () => {
	test('opens it again to those who could read it before, and says why', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);

		expect(await acts.lift(db, proven(una, at), reference, at)).toBe('lifted');
		expect(await acts.lift(db, proven(dee, at), reference, at)).toBe('not restricted');

		expect(await ledgerOf(db)).toContain(`una lifted the restriction of concern ${reference}`);
		for (const who of [amal, flo, dee])
			expect(await concerns.read(db, who, reference, at)).toMatchObject({ restriction: null });
		expect(await concerns.read(db, una, reference, at)).toBeUndefined();
	});

	test('lets it be restricted anew, to others', async () => {
		const db = await aSchool();
		const reference = await aRestrictedConcern(db);
		await acts.lift(db, proven(dee, at), reference, at);

		await restricted(db, kind, reference, at, [bea.id]);

		expect(await reads(db, una, reference)).toBeUndefined();
		expect(await reads(db, bea, reference)).toMatchObject({ reference });
	});
});
