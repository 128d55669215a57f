import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import {
	aSchool,
	amal,
	as,
	bea,
	next,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	robin,
	sol,
	wren,
	unlisted
} from '../testing.ts';
import * as concerns from './index.ts';

const nowhere = 'C-0000-0000';

const notTheirs: [string, Staff][] = [
	['a colleague who did not log it', bea],
	['a head who did not log it', as(bea, 'head')],
	['a governor', as(nell, 'governor')],
	['an administrator', as(nell, 'admin')],
	['an analyst', as(nell, 'analyst')],
	['an operator', as(nell, 'operator')],
	['a worker', wren],
	['a manager', as(sol, 'manager')],
	['somebody without a role', as(amal)],
	// The account may be the author's own: without a role that reads, not even what they wrote is theirs.
	['its author, who is a governor now', as(amal, 'governor')]
];

describe('reading a concern', () => {
	test('its author reads it, and that they did is written down', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);

		const found = await concerns.read(db, amal, reference, later(1));

		expect(found).toMatchObject({
			reference,
			seenOrHeard: 'Would not take the coat off.',
			childsWords: 'You can tell from the car door.',
			loggedBy: amal.name,
			children: [{ id: robin.id, givenName: 'Robin', familyName: 'Mossgate', form: '8C' }]
		});
		expect((await ledgerOf(db)).at(-1)).toBe(`amal read concern ${reference}`);
	});

	test.each([dee, flo])('$roles read every one', async (leader) => {
		const db = await aSchool();
		const reference = await logged(db, bea);

		expect(await concerns.read(db, leader, reference)).toMatchObject({ reference });
		expect((await ledgerOf(db)).at(-1)).toBe(`${leader.id} read concern ${reference}`);
	});

	test.each(notTheirs)(
		'%s is told what anybody is told of one that is not there',
		async (_, who) => {
			const db = await aSchool();
			const reference = await logged(db, amal);
			const before = await ledgerOf(db);

			expect(await concerns.read(db, who, reference)).toBeUndefined();
			expect(await concerns.read(db, who, nowhere)).toBeUndefined();
			expect((await ledgerOf(db)).slice(before.length)).toEqual([
				`${who.id} was not shown concern ${reference}`,
				`${who.id} was not shown concern ${nowhere}`
			]);
		}
	);

	test('its author sees who read it and when, and neither the decision nor why', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(
			db,
			dee,
			reference,
			{ ...next, decision: 'keep watch', why: 'First.' },
			later(3)
		);

		const found = await concerns.read(db, amal, reference);

		expect(found).toMatchObject({ decidedAt: later(3), decidedBy: dee.name });
		expect(found).toMatchObject({ decisions: null });
		expect(JSON.stringify(found)).not.toMatch(/keep watch|First\./);
	});

	test('the lead sees the decision and why', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(db, dee, reference, { ...next, decision: 'keep watch', why: 'First.' });

		expect(await concerns.read(db, flo, reference)).toMatchObject({
			decisions: [{ decision: 'keep watch', why: 'First.', owner: dee.name }],
			decidedBy: dee.name
		});
	});

	test('nothing is shown when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await fillTheLedger(db);

		await expect(concerns.read(db, amal, reference)).rejects.toThrow();
		await expect(concerns.read(db, dee, reference)).rejects.toThrow();
	});
});

describe('what waits to be triaged', () => {
	test('is listed with the most urgent and then the oldest first, and the listing written down', async () => {
		const db = await aSchool();
		const slow = await logged(db, amal, { urgency: 'three school days' }, noon);
		const second = await logged(db, bea, { urgency: 'same day' }, later(2));
		const first = await logged(db, bea, { urgency: 'same day' }, later(1));
		const now = await logged(db, bea, { urgency: 'immediate' }, later(3));

		const waiting = await concerns.untriaged(db, dee);

		expect(waiting.map(({ reference }) => reference)).toEqual([now, first, second, slow]);
		expect((await ledgerOf(db)).at(-1)).toBe('dee listed concerns to triage');
		expect(await concerns.untriaged(db, dee, later(9), 3)).toEqual(waiting.slice(0, 3));
	});

	test('holds none of the narrative', async () => {
		const db = await aSchool();
		await logged(db, amal);

		const [listed] = await concerns.untriaged(db, dee);

		expect(Object.keys(listed ?? {}).sort()).toEqual([
			'children',
			'decidedAt',
			'echoedAt',
			'id',
			'loggedAt',
			'loggedBy',
			'noticedOn',
			'reference',
			'unknownChild',
			'urgency'
		]);
	});

	test('no longer holds what somebody has decided', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		expect(await concerns.countUntriaged(db, dee)).toBe(1);

		await cases.triage(db, dee, reference, { decision: 'no further action', why: 'A timetable.' });

		expect(await concerns.untriaged(db, dee)).toEqual([]);
		expect(await concerns.countUntriaged(db, dee)).toBe(0);
	});

	test.each([...notTheirs, ['its author', amal] as const])(
		'is empty for %s, and so is its count',
		async (_, who) => {
			const db = await aSchool();
			await logged(db, amal);

			expect(await concerns.untriaged(db, who)).toEqual([]);
			expect(await concerns.countUntriaged(db, who)).toBe(0);
			expect((await ledgerOf(db)).filter(unlisted)).toHaveLength(1);
		}
	);

	test('is not shown when the listing cannot be written down', async () => {
		const db = await aSchool();
		await logged(db, amal);
		await fillTheLedger(db);

		await expect(concerns.untriaged(db, dee)).rejects.toThrow();
		await expect(concerns.loggedBy(db, amal)).rejects.toThrow();
	});
});

describe('what somebody logged themselves', () => {
	test('is listed newest first, none of anybody else’s among it', async () => {
		const db = await aSchool();
		const older = await logged(db, amal, {}, noon);
		await logged(db, bea, {}, later(1));
		const newer = await logged(db, amal, {}, later(2));

		const own = await concerns.loggedBy(db, amal);

		expect(own.map(({ reference }) => reference)).toEqual([newer, older]);
		expect((await ledgerOf(db)).at(-1)).toBe('amal listed concerns own');
	});

	test('says when it was read, and not what was decided', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(
			db,
			dee,
			reference,
			{ ...next, decision: 'keep watch', why: 'First.' },
			later(1)
		);

		const own = await concerns.loggedBy(db, amal);

		expect(own).toMatchObject([{ reference, decidedAt: later(1) }]);
		expect(JSON.stringify(own)).not.toMatch(/keep watch|First\./);
	});

	test('is at most twenty', async () => {
		const db = await aSchool();
		for (let hour = 0; hour < 21; hour += 1) await logged(db, amal, {}, later(hour));

		expect(await concerns.loggedBy(db, amal)).toHaveLength(20);
	});
});
