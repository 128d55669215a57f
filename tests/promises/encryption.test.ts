import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staff } from '#lib/server/accounts/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { write, type Database } from '#lib/server/db/index.ts';
import { organisations, password, seed } from '#lib/server/demonstration/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import { pending } from '#lib/server/exchange/index.ts';
import { helpPageAdults } from '#lib/server/help-pages/index.ts';
import { firstBroken } from '#lib/server/ledger/index.ts';
import { ledger } from '#lib/server/ledger/schema.ts';
import { list } from '#lib/server/organisations/index.ts';
import { pupils } from '#lib/server/pupils/index.ts';
import { aHouse, dee } from '#lib/server/testing.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let school: Database<'organisation'>;
const now = new Date('2026-11-10T12:00:00Z');

beforeAll(async () => {
	place = await aHouse();
	expect(await seed(place.house, now)).not.toBe('not empty');
	school = await databaseOf(organisations.school);
});

afterAll(() => place.end());

async function databaseOf(name: string): Promise<Database<'organisation'>> {
	const found = (await list(place.house.platform)).find((each) => each.name === name);
	return (await place.house.lease(found?.id ?? '')).db;
}

const published = () => place.house.published.select().from(helpPageAdults);

/** Every file of the data folder as it lies on the disk, the write-ahead logs among them. */
const files = (): [string, string][] =>
	readdirSync(place.folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => [
			entry.name,
			readFileSync(join(entry.parentPath, entry.name)).toString('utf8').toLowerCase()
		]);

const filesHolding = (words: Iterable<string>): string[] =>
	files().flatMap(([name, text]) =>
		[...new Set(words)]
			.filter((word) => text.includes(word.toLowerCase()))
			.map((word) => `${name}: ${word}`)
	);

describe('the files of the demonstration', () => {
	test('are looked into rightly: what is public stands in clear', async () => {
		const names = (await directory.list(place.house.published)).map(({ name }) => name);

		expect(names).toHaveLength(2);
		const clear = filesHolding([names[0] ?? '']);
		expect(clear.length).toBeGreaterThan(0);
		for (const found of clear) expect(found).toMatch(/^public\.db/);
	});

	test('hold no pupil’s surname in clear, and so no full name', async () => {
		const roll = await school.select().from(pupils);
		expect(roll).toHaveLength(1_000);

		expect(filesHolding(roll.map(({ familyName }) => familyName))).toEqual([]);
	});

	test('hold no concern, no adult’s name and no address in clear', async () => {
		const noticed = await school.select().from(concerns.concerns);
		const adults = await school.select().from(staff);

		expect(filesHolding(noticed.map(({ seenOrHeard }) => seenOrHeard))).toEqual([]);
		expect(filesHolding(noticed.map(({ reference }) => reference))).toEqual([]);
		// Whom the school names on its own help page is public on purpose, and stands nowhere else.
		const named = (await published()).map(({ name }) => name);
		expect(named.length).toBeGreaterThan(0);
		for (const found of filesHolding(named)) expect(found).toMatch(/^public\.db/);
		const others = adults.map(({ name }) => name).filter((name) => !named.includes(name));
		expect(others.length).toBeGreaterThan(50);
		expect(filesHolding(others)).toEqual([]);
		expect(filesHolding(['@cairnfield.example', '@lantern.example', password])).toEqual([]);
	});

	test('are no SQLite that opens without its key, but for the public one', () => {
		const clear = files().filter(([, text]) => text.startsWith('sqlite format 3'));

		expect(clear.map(([name]) => name).filter((name) => name !== 'lock')).toEqual(['public.db']);
	});
});

describe('the demonstration', () => {
	test('is a thousand pupils, sixty adults, and a year of three hundred concerns', async () => {
		expect(await school.$count(pupils)).toBe(1_000);
		expect(await school.$count(staff)).toBe(60);
		const logged = await school.$count(concerns.concerns);
		expect(logged).toBeGreaterThanOrEqual(300);
		expect(logged).toBeLessThan(310);
	});

	test('leaves the lead something to triage, cases, and referrals that have arrived', async () => {
		expect(await concerns.countUntriaged(school, dee)).toBeGreaterThan(0);
		expect(await school.$count(cases.cases)).toBeGreaterThan(10);
		expect(await pending(school)).toEqual([]);
	});

	test('is seeded once: a house that holds anything is left as it is', async () => {
		const before = await school.$count(ledger);

		expect(await seed(place.house, now)).toBe('not empty');

		expect(await school.$count(ledger)).toBe(before);
		expect(await list(place.house.platform)).toHaveLength(4);
	});
});

describe('the demonstration’s ledger', () => {
	test('is whole in every organisation, and has an entry for every concern', async () => {
		for (const name of Object.values(organisations))
			expect(await firstBroken(await databaseOf(name))).toBeUndefined();

		const logged = await school.select().from(ledger);
		expect(logged.filter(({ did }) => did === 'logged')).toHaveLength(
			await school.$count(concerns.concerns)
		);
	});

	test('tells of nothing that is still to come', async () => {
		const told = await school.select({ at: ledger.at }).from(ledger);

		expect(told.filter(({ at }) => at > now)).toEqual([]);
	});

	test('shows where somebody with the key changed an entry', async () => {
		const undo = new Error('The ledger is left as it was');
		const middle = Math.floor((await school.$count(ledger)) / 2);

		await expect(
			write(school, async (tx) => {
				await tx.run(sql`drop trigger ledger_never_changed`);
				await tx.run(sql`update ledger set staff_id = 'somebody-else' where number = ${middle}`);
				expect(await firstBroken(tx as unknown as typeof school)).toBe(middle);
				throw undo;
			})
		).rejects.toBe(undo);

		expect(await firstBroken(school)).toBeUndefined();
	});

	test('cannot be changed by the desk’s own connection while its guards stand', async () => {
		await expect(school.run(sql`update ledger set did = 'nothing'`)).rejects.toThrow();
		await expect(school.run(sql`delete from ledger`)).rejects.toThrow();
	});
});
