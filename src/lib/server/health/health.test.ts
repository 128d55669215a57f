import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as mail from '../mail/index.ts';
import * as organisations from '../organisations/index.ts';
import {
	aHouse,
	amal,
	as,
	dee,
	everythingIn,
	fillTheLedger,
	ledgerOf,
	nell,
	noon,
	una
} from '../testing.ts';
import * as health from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let db: Database<'organisation'>;
const operator = as(nell, 'operator');

beforeEach(async () => {
	place = await aHouse();
	await organisations.add(place.house, { id: 'fell', name: 'Fell', kind: 'partnership' }, noon);
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' }, noon);
	db = await dbOf('fell');
});
afterEach(() => place.end());

async function dbOf(id: string) {
	const { db: found, release } = await place.house.lease(id);
	release();
	return found;
}

async function look() {
	const found = await health.look(place.house, db, operator, noon);
	if (found === 'not found') throw new Error('The platform was refused in the test');
	return found;
}

test('an operator sees which organisations there are, and that each is well', async () => {
	const { organisations: listed, memory, disk } = await look();

	const well = { since: noon, answers: true, checkpointAt: null };
	expect(listed).toEqual([
		{ id: 'fell', name: 'Fell', kind: 'partnership', ...well },
		{ id: 'moss', name: 'Moss School', kind: 'school', ...well }
	]);
	for (const bytes of [memory.used, memory.free, memory.total, disk.free, disk.total])
		expect(bytes).toBeGreaterThan(0);
	expect(disk.free).toBeLessThanOrEqual(disk.total);
});

test('an operator sees nothing inside: looking changes nothing there and tells of nothing there', async () => {
	const moss = await dbOf('moss');
	await ledger.recordRefusal(moss, amal, 'a word that stands only inside', noon);
	const signer = await organisations.signerOf(place.house, 'moss');
	await ledger.checkpoint(moss, signer, noon);
	const before = [await everythingIn(moss), await ledgerOf(moss)];

	const seen = await look();

	expect(seen.organisations.map((one) => Object.keys(one).sort())).toEqual(
		Array(2).fill(['answers', 'checkpointAt', 'id', 'kind', 'name', 'since'])
	);
	expect(seen.organisations[1]?.checkpointAt).toEqual(noon);
	expect(JSON.stringify(seen)).not.toMatch(/amal|stands only inside/);
	expect([await everythingIn(moss), await ledgerOf(moss)]).toEqual(before);
});

test('a database that does not open is said not to answer, and the others do', async () => {
	await place.house.leases.closeAll();
	const files = readdirSync(place.folder, { recursive: true }).map(String);
	const ofMoss = files.filter((name) => name.includes('moss'));
	for (const file of ofMoss) writeFileSync(join(place.folder, file), 'no database at all');
	expect(ofMoss).not.toEqual([]);
	db = await dbOf('fell');

	const { organisations: listed } = await look();

	expect(listed.map(({ id, answers }) => [id, answers])).toEqual([
		['fell', true],
		['moss', false]
	]);
});

test('letters that wait are counted', async () => {
	const letter = { to: 'dee@moss.example', subject: 'Waymark', text: 'Sign in.' };
	await mail.post(place.house.platform, letter, noon);

	expect((await look()).lettersWaiting).toBe(1);
});

test('a look is written down where the operator belongs, and without that nothing is shown', async () => {
	await look();
	expect(await ledgerOf(db)).toEqual(['nell listed organisations all']);

	await fillTheLedger(db);
	await expect(look()).rejects.toThrow();
});

test.each([amal, dee, una, as(nell, 'admin'), as(nell, 'governor'), as(nell, 'analyst')])(
	'the platform is not for $roles',
	async (staff) => {
		expect(await health.look(place.house, db, staff, noon)).toBe('not found');
		expect(await ledgerOf(db)).toEqual([`${staff.id} was refused act see the platform`]);
	}
);
