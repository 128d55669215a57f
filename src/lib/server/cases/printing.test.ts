import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	una,
	wren
} from '../testing.ts';
import * as cases from './index.ts';

const file = new Uint8Array([1, 2, 3]);
const make = () => Promise.resolve(file);

test('a lead prints a case, the first entry first, and the file is written down by its SHA-256', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const papers: unknown[] = [];

	const printed = await cases.print(db, dee, reference, (paper) => {
		papers.push(paper);
		return make();
	});

	expect(printed).toBe(file);
	expect(papers).toMatchObject([
		{
			reference,
			child: { name: 'Robin Mossgate', year: 8, form: '8C' },
			entries: [
				{ kind: 'concern', childsWords: 'You can tell from the car door.' },
				{ kind: 'opened' },
				{ kind: 'decision' },
				{ kind: 'action' }
			]
		}
	]);
	const sha256 = createHash('sha256').update(file).digest('hex');
	expect((await ledgerOf(db)).slice(-2)).toEqual([
		`dee read case ${reference}`,
		`dee printed ${sha256} case ${reference}`
	]);
});

test('nobody else prints one, and nothing is made for them', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const never = () => Promise.reject(new Error('Something was made'));

	for (const who of [amal, bea, una, wren, nell, as(bea, 'pastoral')])
		expect(await cases.print(db, who, reference, never, later(2))).toBeUndefined();
	expect(await cases.print(db, dee, 'K-0000-0000', never)).toBeUndefined();
	expect((await ledgerOf(db)).filter((entry) => entry.includes('printed'))).toEqual([]);
});

test('nothing leaves that cannot be written in the ledger', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);

	await expect(
		cases.print(db, dee, reference, async () => {
			await fillTheLedger(db);
			return file;
		})
	).rejects.toThrow();
});

test('a password has twelve letters or is none', () => {
	const is = (password: string) => v.is(cases.printing, { password });

	expect(['', '𝒢'.repeat(12), 'x'.repeat(127)].map(is)).toEqual([true, true, true]);
	expect(['x', 'x'.repeat(11), '𝒢'.repeat(11), 'x'.repeat(128)].map(is)).toEqual(
		[1, 2, 3, 4].map(() => false)
	);
});
