import { afterEach, beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import * as ledger from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import { signingKeys } from '../organisations/schema.ts';
import { aHouse, amal, fillTheLedger, noon } from '../testing.ts';
import { startCheckpoints } from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
const nothing = { report: (fault: unknown) => Promise.reject(fault) };

beforeEach(async () => {
	place = await aHouse();
	for (const id of ['moss', 'heath'])
		await organisations.add(place.house, { id, name: `${id} school`, kind: 'school' });
});

afterEach(() => place.end());

const dbOf = async (id: string) => (await place.house.lease(id)).db;
const read = async (id: string) => ledger.recordSignIn(await dbOf(id), amal, 'signed in', noon);
const madeFor = async (id: string) =>
	(await ledger.everyCheckpoint(await dbOf(id), id)).map(({ at }) => at);

/** One start of the server at a moment: everything due is made. */
async function startAt(at: string, more: Partial<Parameters<typeof startCheckpoints>[1]> = {}) {
	const started = startCheckpoints(place.house, { ...nothing, now: () => new Date(at), ...more });
	await started.settled();
	await started.stop();
}

test('every ledger with an entry gets one checkpoint a day, however often the server starts', async () => {
	await read('moss');

	for (const at of ['2026-11-10T08:00:00Z', '2026-11-10T23:59:00Z', '2026-11-11T00:01:00Z'])
		await startAt(at);

	expect(await madeFor('moss')).toEqual(['2026-11-10T08:00:00.000Z', '2026-11-11T00:01:00.000Z']);
	expect(await madeFor('heath')).toEqual([]);
});

test('a day begins at midnight in London', async () => {
	await read('moss');

	for (const at of ['2026-07-01T22:30:00Z', '2026-07-01T23:30:00Z']) await startAt(at);

	expect(await madeFor('moss')).toHaveLength(2);
});

test('each checkpoint is signed by the key of its own organisation, the same every day', async () => {
	await read('moss');
	await read('heath');
	for (const at of ['2026-11-10T08:00:00Z', '2026-11-11T08:00:00Z']) await startAt(at);

	const keys = await Promise.all(
		['moss', 'heath'].map(async (id) => {
			const all = await ledger.everyCheckpoint(await dbOf(id), id);
			expect(all.every(ledger.isAsSigned)).toBe(true);
			return new Set(all.map(({ publicKey }) => publicKey));
		})
	);
	expect(keys.map((each) => each.size)).toEqual([1, 1]);
	expect([...(keys[0] ?? [])]).not.toEqual([...(keys[1] ?? [])]);
});

test('whoever sends it out of the building is told of each, once', async () => {
	await read('moss');
	const told: string[] = [];
	const made = async (id: string, { attachment }: ReturnType<typeof ledger.asMail>) => {
		told.push(`${id} ${attachment.name}`);
	};

	for (const hour of ['08', '09']) await startAt(`2026-11-10T${hour}:00:00Z`, { made });

	expect(told).toEqual(['moss waymark-checkpoint-2026-11-10-entry-1.json']);
});

test('an organisation whose checkpoint cannot be made is reported, and holds up no other', async () => {
	await read('moss');
	await read('heath');
	await (
		await dbOf('heath')
	).run(`create trigger full before insert on checkpoints begin select raise(abort, 'full'); end`);
	const reported: unknown[] = [];

	await startAt('2026-11-10T08:00:00Z', { report: (fault) => reported.push(fault) });

	expect(reported).toHaveLength(1);
	expect(await madeFor('moss')).toHaveLength(1);
});

test('a checkpoint needs no entry: it is made also where the ledger takes none any more', async () => {
	await read('moss');
	await fillTheLedger(await dbOf('moss'));

	await startAt('2026-11-10T08:00:00Z');

	expect(await madeFor('moss')).toHaveLength(1);
});

test('the key that signs lies wrapped, and opens for its own organisation alone', async () => {
	const signer = await organisations.signerOf(place.house, 'moss');
	const again = await organisations.signerOf(place.house, 'moss');
	const [row] = await place.house.platform
		.select()
		.from(signingKeys)
		.where(eq(signingKeys.organisationId, 'moss'));

	expect(again.publicKey).toBe(signer.publicKey);
	expect(again.sign('a')).toBe(signer.sign('a'));
	expect(Buffer.from(row?.wrappedKey ?? '', 'base64url').toString('latin1')).not.toContain(
		'MC4CAQ'
	);

	await organisations.signerOf(place.house, 'heath');
	await place.house.platform.run(
		`update signing_keys set wrapped_key = (select wrapped_key from signing_keys where organisation_id = 'moss')`
	);
	await expect(organisations.signerOf(place.house, 'heath')).rejects.toThrow(/does not open/);
});
