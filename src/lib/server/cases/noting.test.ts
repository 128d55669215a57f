import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	opened,
	wren
} from '../testing.ts';
import * as cases from './index.ts';

const meeting = { kind: 'meeting', says: 'Met the year team.' } as const;

test('an entry is added to the chronology and the ledger together', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	expect(await cases.note(db, dee, reference, meeting, later(2))).toBe('added');

	expect((await ledgerOf(db)).at(-1)).toBe(`dee added: meeting case ${reference}`);
	const found = opened(await cases.read(db, dee, reference));
	expect(found?.chronology[0]).toMatchObject({ ...meeting, by: dee.name, at: later(2) });
});

test('of two entries of the same moment the later one stands first', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	await cases.note(db, dee, reference, { kind: 'fact', says: 'One.' }, later(2));
	await cases.note(db, dee, reference, { kind: 'fact', says: 'Two.' }, later(2));

	const found = opened(await cases.read(db, dee, reference));
	expect(found?.chronology.slice(0, 2).map(({ says }) => says)).toEqual(['Two.', 'One.']);
});

test.each([amal, bea, as(bea, 'head'), nell, wren, as(dee)])(
	'$roles add nothing, and hear what anybody hears of nothing',
	async (who) => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const before = await everythingIn(db);

		expect(await cases.note(db, who, reference, meeting)).toBe('not found');
		expect(await cases.note(db, dee, 'K-0000-0000', meeting)).toBe('not found');

		expect(await everythingIn(db)).toEqual(before);
	}
);

test('nothing is added when it cannot be written in the ledger', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	await fillTheLedger(db);
	const before = await everythingIn(db);

	await expect(cases.note(db, dee, reference, meeting)).rejects.toThrow();

	expect(await everythingIn(db)).toEqual(before);
});

test('the form asks what kind it is when none was chosen, and what happened', () => {
	const { issues } = v.safeParse(cases.noting(), { key: randomUUID(), says: '' });

	expect(issues?.map(({ message }) => message)).toEqual([
		'Choose what kind of entry it is',
		'Write what happened'
	]);
});

test('nobody writes by hand what an act writes', () => {
	for (const kind of ['opened', 'concern', 'referral', 'answer'])
		expect(v.safeParse(cases.noting(), { key: randomUUID(), kind, says: 'Said.' }).success).toBe(
			false
		);
});
