import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import {
	amal,
	as,
	aSchool,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	opened
} from '../testing.ts';
import { sharingDecisions } from './schema.ts';
import * as sharing from './index.ts';

const form = () => ({
	key: randomUUID(),
	withWhom: 'The drop-in on Fell Lane',
	why: 'Somebody who works there is related to the person who harms.',
	childTold: 'They asked for that.',
	parentsTold: 'Not asked: it would tell the person who harms.'
});

describe('a decision not to share', () => {
	test('stands in the case and in the ledger, and its form sent twice is one', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const said = form();
		const decide = () => sharing.keepBack(db, dee, reference, said, later(5));

		expect(await Promise.all([decide(), decide()])).toEqual(['decided', 'decided']);

		expect(await db.select().from(sharingDecisions)).toMatchObject([
			{ choice: 'do not share', withWhom: said.withWhom, why: said.why, by: dee.id }
		]);
		const theCase = opened(await cases.read(db, dee, reference));
		const told = theCase?.chronology.filter(({ says }) => says.startsWith('Not shared with'));
		expect(told).toMatchObject([{ kind: 'decision', by: dee.name }]);
		expect(told?.[0]?.says).toContain(said.why);
		expect(await ledgerOf(db)).toContain(`dee decided not to share case ${reference}`);
	});

	test.each([
		['a teacher', amal],
		['who keeps the school', nell],
		['a worker', as(dee, 'worker')]
	])('is not %s’s to make', async (_who, staff) => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const before = await everythingIn(db);

		expect(await sharing.keepBack(db, staff, reference, form(), later(5))).toBe('not found');

		expect(await everythingIn(db)).toEqual(before);
		expect((await ledgerOf(db)).at(-1)).toBe(`${staff.id} was refused act send a referral`);
	});

	test('is not made while the ledger cannot be written', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await fillTheLedger(db);

		await expect(sharing.keepBack(db, dee, reference, form(), later(5))).rejects.toThrow();
		expect(await db.select().from(sharingDecisions)).toEqual([]);
	});
});
