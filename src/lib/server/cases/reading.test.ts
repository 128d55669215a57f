import { describe, expect, test } from 'vitest';
import type { Staff } from '../access/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	next,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	nell,
	noon,
	opened,
	robin,
	rowan,
	wren,
	unlisted
} from '../testing.ts';
import * as cases from './index.ts';

const notTheirs: [string, Staff][] = [
	['a teacher whose concern it stands on', amal],
	['a teacher', bea],
	['a head', as(bea, 'head')],
	['a pastoral colleague', as(bea, 'pastoral')],
	['a governor', as(nell, 'governor')],
	['an administrator', as(nell, 'admin')],
	['an analyst', as(nell, 'analyst')],
	['an operator', as(nell, 'operator')],
	['a worker', wren],
	['somebody without a role', as(dee)]
];

describe('reading a case', () => {
	test.each([dee, flo])(
		'$roles read the child, their brothers and sisters, and what happened',
		async (who) => {
			const db = await aSchool();
			const reference = await caseOpened(db);

			const found = opened(await cases.read(db, who, reference, later(4)));

			expect(found).toMatchObject({ reference, openedAt: later(1), pupil: { id: robin.id } });
			expect(found?.siblings.map(({ id }) => id)).toEqual([rowan.id]);
			expect(found?.chronology.map(({ at }) => at)).toEqual([later(1), later(1), later(1), noon]);
			expect((await ledgerOf(db)).at(-1)).toBe(`${who.id} read case ${reference}`);
		}
	);

	test.each(notTheirs)(
		'%s is told what anybody is told of one that is not there',
		async (_, who) => {
			const db = await aSchool();
			const reference = await caseOpened(db);
			const before = await ledgerOf(db);

			expect(opened(await cases.read(db, who, reference))).toBeUndefined();
			expect(opened(await cases.read(db, dee, 'K-0000-0000'))).toBeUndefined();
			expect(await cases.caseFor(db, who, robin.id)).toBeUndefined();
			expect(await cases.list(db, who)).toEqual([]);
			expect((await ledgerOf(db)).slice(before.length).filter(unlisted)).toEqual([
				`${who.id} was not shown case ${reference}`,
				'dee was not shown case K-0000-0000'
			]);
		}
	);

	test('nothing is shown when it cannot be written in the ledger', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		await fillTheLedger(db);

		await expect(cases.read(db, dee, reference)).rejects.toThrow();
		await expect(cases.list(db, dee)).rejects.toThrow();
	});
});

describe('the list of cases', () => {
	test('has the one with the newest entry first, and is written down', async () => {
		const db = await aSchool();
		const robins = await caseOpened(db);
		const concern = await logged(db, bea, { pupil: rowan.id }, later(2));
		const triage = { ...next, decision: 'open a case', why: 'Both of them now.' } as const;
		const { caseReference: rowans } = await cases.triage(db, dee, concern, triage, later(3));

		const order = async () => (await cases.list(db, dee)).map(({ reference }) => reference);
		expect(await order()).toEqual([rowans, robins]);
		await cases.note(db, dee, robins, { kind: 'fact', says: 'Moved home.' }, later(4));

		expect(await order()).toEqual([robins, rowans]);
		expect((await ledgerOf(db)).at(-1)).toBe('dee listed cases open');
	});

	test('says when the last entry was', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);

		await cases.note(db, dee, reference, { kind: 'fact', says: 'Moved home.' }, later(9));

		expect(await cases.list(db, dee)).toMatchObject([{ reference, lastEntryAt: later(9) }]);
	});
});

test('the open case of a child is found by the child', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	expect(await cases.caseFor(db, dee, robin.id)).toMatchObject({ reference });
	expect(await cases.caseFor(db, dee, rowan.id)).toBeUndefined();
});
