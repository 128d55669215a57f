import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as concerns from '../concerns/index.ts';
import * as restrictions from '../restrictions/index.ts';
import {
	amal,
	aSchool,
	bea,
	dee,
	fillTheLedger,
	flo,
	later,
	ledgerOf,
	logged,
	noon,
	proven,
	una,
	wren
} from '../testing.ts';
import { placeOf } from './storing.ts';
import { aFolder, aPdf, given } from './testing.ts';
import * as files from './index.ts';

async function withFile() {
	const db = await aSchool();
	const folder = aFolder();
	const reference = await logged(db, amal);
	const { key: id } = await added(db, folder, reference);
	return { db, folder, reference, id, place: placeOf(folder, 'the-school', id) };
}

async function added(db: Awaited<ReturnType<typeof aSchool>>, folder: string, reference: string) {
	const form = given(aPdf, 'letter.pdf');
	await files.add(db, folder, amal, reference, form, noon);
	return form;
}

describe('reading a file', () => {
	test.each([
		['the lead', dee],
		['a deputy', flo],
		['whoever wrote the concern', amal]
	])('%s gets it as it was kept, and the reading is written down', async (_, who) => {
		const { db, folder, reference, id } = await withFile();

		expect(await files.read(db, folder, who, reference, id)).toEqual({
			...{ name: 'letter.pdf', type: 'application/pdf', content: aPdf }
		});
		expect((await ledgerOf(db)).at(-1)).toBe(`${who.id} read file ${id} concern ${reference}`);
	});

	test('not there, not theirs and of another concern is one answer, and one entry', async () => {
		const { db, folder, reference, id } = await withFile();
		const another = await logged(db, bea);

		for (const who of [bea, una, wren])
			expect(await files.read(db, folder, who, reference, id)).toBeUndefined();
		expect(await files.read(db, folder, bea, another, id)).toBeUndefined();
		expect(await files.read(db, folder, dee, another, id)).toBeUndefined();
		expect(await files.read(db, folder, dee, reference, randomUUID())).toBeUndefined();
		expect(await files.read(db, folder, dee, 'C-0000-0000', id)).toBeUndefined();

		expect((await ledgerOf(db)).slice(-7)).toEqual([
			...['bea', 'una', 'wren'].map((who) => `${who} was not shown concern ${reference}`),
			...['bea', 'dee'].map((who) => `${who} was not shown concern ${another}`),
			`dee was not shown concern ${reference}`,
			'dee was not shown concern C-0000-0000'
		]);
	});

	test('of a restricted concern waits for a step-up, and is kept from a deputy who is not named', async () => {
		const { db, folder, reference, id } = await withFile();
		const form = { reason: 'sealed by the lead' as const, names: [amal.id] };
		await restrictions.restrict(
			...([db, proven(dee, noon), concerns.restrictable, reference, form, form.names] as const),
			noon
		);

		expect(await files.read(db, folder, flo, reference, id, later(1))).toBeUndefined();
		expect(await files.read(db, folder, amal, reference, id, later(1))).toBe('step up');
		const again = proven(amal, later(1));
		expect(await files.read(db, folder, again, reference, id, later(1))).toHaveProperty('content');
	});

	test('nothing is shown when it cannot be written in the ledger', async () => {
		const { db, folder, reference, id } = await withFile();
		await fillTheLedger(db);

		await expect(files.read(db, folder, dee, reference, id)).rejects.toThrow();
	});

	test.each([
		['a bit of it is another', (sealed: Buffer) => sealed.fill(sealed[40]! ^ 1, 40, 41)],
		['its tag is another', (sealed: Buffer) => sealed.fill(sealed[20]! ^ 1, 20, 21)],
		['it was cut short', (sealed: Buffer) => sealed.subarray(0, -5)],
		['hardly anything is left of it', (sealed: Buffer) => sealed.subarray(0, 10)]
	])('it is said, and nothing of it shown, when %s', async (_, harm) => {
		const { db, folder, reference, id, place } = await withFile();
		writeFileSync(place, harm(readFileSync(place)));

		const reading = files.read(db, folder, dee, reference, id);
		await expect(reading).rejects.toMatchObject({
			name: 'FileDamaged',
			message: expect.stringContaining(`${id} is damaged or gone`)
		});
	});

	test('it is said when it is gone', async () => {
		const { db, folder, reference, id, place } = await withFile();
		rmSync(place);

		await expect(files.read(db, folder, dee, reference, id)).rejects.toThrow('damaged or gone');
	});

	test('another file of ours in its place is not taken for it', async () => {
		const { db, folder, reference, id, place } = await withFile();
		const other = await added(db, folder, reference);
		writeFileSync(place, readFileSync(placeOf(folder, 'the-school', other.key)));

		await expect(files.read(db, folder, dee, reference, id)).rejects.toThrow('damaged or gone');
	});

	test('what was kept with another SHA-256 than the row says is not shown', async () => {
		const { db, folder, reference, id } = await withFile();
		await db.run(sql`drop trigger attachments_never_changed`);
		await db.run(sql`update attachments set sha256 = ${'0'.repeat(64)}`);

		await expect(files.read(db, folder, dee, reference, id)).rejects.toThrow('damaged or gone');
	});
});

test('the files of a concern are listed with who added them, the first first, and no other’s', async () => {
	const { db, folder, reference, id } = await withFile();
	const concern = await concerns.read(db, dee, reference);
	if (!concern || concern === 'step up') throw new Error('The concern was not shown');
	await added(db, folder, await logged(db, amal));
	const second = given(aPdf, 'second.pdf');
	await files.add(db, folder, dee, reference, second, later(1));

	expect(await files.list(db, concern.id)).toEqual([
		{
			...{ id, name: 'letter.pdf', type: 'application/pdf', bytes: aPdf.length },
			...{ addedBy: amal.name, addedAt: noon }
		},
		expect.objectContaining({ id: second.key, name: 'second.pdf', addedBy: dee.name })
	]);
});
