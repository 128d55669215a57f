import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Role } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import * as ledger from '../ledger/index.ts';
import { letters } from '../mail/schema.ts';
import * as organisations from '../organisations/index.ts';
import { signingKeys } from '../organisations/schema.ts';
import { aHouse, amal, dee, fillTheLedger, noon, proven } from '../testing.ts';
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

describe('every checkpoint is posted', () => {
	const ten = '2026-11-10T10:00:00Z';
	const person = (name: string, organisationId: string, ...roles: Role[]) =>
		accounts.add(place.house, {
			name,
			email: `${name}@${organisationId}.example`,
			password: 'paint on the stone',
			organisationId,
			roles
		});
	const posted = async () =>
		(await place.house.platform.select().from(letters)).map(({ to, attachmentName }) =>
			[to, attachmentName].join(' ')
		);
	const file = 'waymark-checkpoint-2026-11-10-entry-1.json';
	const breakLetters = () =>
		place.house.platform.run(
			`create trigger full before insert on letters begin select raise(abort, 'full'); end`
		);

	beforeEach(async () => {
		await person('dee', 'moss', 'lead', 'teacher');
		await read('moss');
	});

	test('to each who leads that organisation, and to nobody else', async () => {
		await person('ash', 'moss', 'lead');
		await person('flo', 'moss', 'deputy', 'head', 'admin', 'governor', 'teacher');
		await person('kim', 'heath', 'lead');
		let told = 0;

		await startAt(ten, { posted: () => (told += 1) });

		expect((await posted()).sort()).toEqual([
			`ash@moss.example ${file}`,
			`dee@moss.example ${file}`
		]);
		expect(told).toBe(1);
	});

	test('with the very file that is kept', async () => {
		await startAt(ten);

		const [letter] = await place.house.platform.select().from(letters);
		const [kept] = await ledger.everyCheckpoint(await dbOf('moss'), 'moss');
		expect(ledger.parseCheckpoint(letter?.attachment ?? '')).toEqual(kept);
		expect(letter).toMatchObject({
			subject: 'Waymark: today’s checkpoint of the ledger',
			attachmentType: 'application/json',
			createdAt: new Date(ten)
		});
	});

	test('once, however often the server starts, also when it was sent in between', async () => {
		await startAt(ten);
		await place.house.platform.run(`update letters set sent_at = ${Date.parse(ten) + 1}`);
		for (const hour of ['11', '12', '23']) await startAt(`2026-11-10T${hour}:00:00Z`);

		expect(await posted()).toHaveLength(1);
	});

	test('the next time, when it could not be posted; it is not made a second time', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		try {
			await breakLetters();
			const reported: unknown[] = [];
			const started = startCheckpoints(place.house, {
				report: (fault) => reported.push(fault),
				now: () => new Date(ten)
			});
			await started.settled();
			expect(reported).toHaveLength(1);
			expect(await posted()).toEqual([]);
			await place.house.platform.run('drop trigger full');

			vi.advanceTimersByTime(10 * 60_000);
			await started.settled();

			expect(await posted()).toEqual([`dee@moss.example ${file}`]);
			expect(await madeFor('moss')).toHaveLength(1);
			await started.stop();
		} finally {
			vi.useRealTimers();
		}
	});

	test('after a start, when the server ended between making and posting it', async () => {
		await ledger.checkpoint(
			await dbOf('moss'),
			await organisations.signerOf(place.house, 'moss'),
			new Date('2026-11-10T09:00:00Z')
		);

		await startAt(ten);

		expect(await posted()).toEqual([`dee@moss.example ${file}`]);
		expect(await madeFor('moss')).toHaveLength(1);
	});

	test('that a person asked for too, as soon as the job is woken', async () => {
		const started = startCheckpoints(place.house, { ...nothing, now: () => new Date(ten) });
		await started.settled();
		const signer = await organisations.signerOf(place.house, 'moss');
		await ledger.askForCheckpoint(
			await dbOf('moss'),
			proven(dee, new Date(ten)),
			signer,
			new Date(ten)
		);
		await ledger.askForCheckpoint(
			await dbOf('moss'),
			proven(dee, new Date(ten)),
			signer,
			new Date(ten)
		);

		started.wake('moss');
		started.wake('moss');
		await started.settled();
		await started.stop();

		expect(await posted()).toEqual(
			[1, 2, 3].map((entry) => `dee@moss.example waymark-checkpoint-2026-11-10-entry-${entry}.json`)
		);
	});

	test('also when the job is woken while it looks', async () => {
		const started = startCheckpoints(place.house, { ...nothing, now: () => new Date(ten) });
		const signer = await organisations.signerOf(place.house, 'moss');
		await ledger.askForCheckpoint(
			await dbOf('moss'),
			proven(dee, new Date(ten)),
			signer,
			new Date(ten)
		);
		started.wake('moss');
		await started.settled();
		await started.stop();

		expect(await posted()).toHaveLength((await madeFor('moss')).length);
	});

	test('where nobody leads, to nobody, and that is no fault', async () => {
		await read('heath');

		await startAt(ten);

		expect(await madeFor('heath')).toHaveLength(1);
		expect(await posted()).toHaveLength(1);
	});

	test('to an address that is none never, which is reported and holds up no other', async () => {
		await place.house.platform.run(`update accounts set email = 'nowhere' where name = 'dee'`);
		await person('ash', 'moss', 'lead');
		const reported: unknown[] = [];

		await startAt(ten, { report: (fault) => reported.push(fault) });

		expect(await posted()).toEqual([`ash@moss.example ${file}`]);
		expect(reported).toEqual([
			new Error('Somebody who leads has an address that no letter can go to')
		]);
	});
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
