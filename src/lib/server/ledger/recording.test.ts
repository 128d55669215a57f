import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { amal, dee, fillTheLedger, ledgerOf, noon } from '../testing.ts';
import {
	firstBroken,
	mustBeWritable,
	record,
	recordAll,
	recordNotShown,
	recordRefusal,
	recordSignIn
} from './index.ts';

type Db = Database<'organisation'>;

const readings = async (howMany: number): Promise<Db> => {
	const db = await freshDatabase('organisation');
	for (let number = 1; number <= howMany; number += 1)
		await write(db, (tx) =>
			record(tx, amal, { did: 'read', object: 'concern', id: `C-${number}` }, noon)
		);
	return db;
};

/** Somebody with the key of the database, who takes its guards away first. */
const unguarded = async (db: Db): Promise<Db> => {
	await db.run(sql`drop trigger ledger_never_changed`);
	await db.run(sql`drop trigger ledger_never_removed`);
	return db;
};

test('entries say who did what to which, in order', async () => {
	const db = await readings(2);

	expect(await ledgerOf(db)).toEqual(['amal read concern C-1', 'amal read concern C-2']);
});

test('a ledger that nobody touched is whole, and so is an empty one', async () => {
	expect(await firstBroken(await readings(0))).toBeUndefined();
	expect(await firstBroken(await readings(3))).toBeUndefined();
});

test('an act that fails leaves no entry', async () => {
	const db = await readings(1);

	await expect(
		write(db, async (tx) => {
			await record(tx, dee, { did: 'read', object: 'case', id: 'K-1' }, noon);
			throw new Error('The act failed');
		})
	).rejects.toThrow('The act failed');

	expect(await ledgerOf(db)).toEqual(['amal read concern C-1']);
});

test('acts at the same moment make one chain', async () => {
	const db = await readings(0);
	const all = Array.from({ length: 20 }, (_, number) => recordRefusal(db, amal, `act ${number}`));

	await Promise.all(all);

	expect(await ledgerOf(db)).toHaveLength(20);
	expect(await firstBroken(db)).toBeUndefined();
});

test('a refusal names the act, and nothing of the record', async () => {
	const db = await readings(0);

	await recordRefusal(db, amal, 'list cases', noon);

	expect(await ledgerOf(db)).toEqual(['amal was refused act list cases']);
});

test('an entry of which anything was changed is found', async () => {
	const columns = ['at', 'staff_id', 'session_id', 'did', 'object', 'object_id', 'hash'];
	for (const column of columns) {
		const db = await unguarded(await readings(4));

		await db.run(sql`update ledger set ${sql.identifier(column)} = 1 where number = 3`);

		expect(await firstBroken(db), column).toBe(3);
	}
});

test('an entry taken out before the last is found', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (number) => {
			const db = await unguarded(await readings(5));
			await db.run(sql`delete from ledger where number = ${number}`);
			expect(await firstBroken(db)).toBe(number);
		}),
		{ numRuns: 8 }
	);
});

test('two entries that changed places are found', async () => {
	const db = await unguarded(await readings(3));

	await db.run(sql`update ledger set number = 9 where number = 1`);
	await db.run(sql`update ledger set number = 1 where number = 2`);
	await db.run(sql`update ledger set number = 2 where number = 9`);

	expect(await firstBroken(db)).toBe(1);
});

test('an entry put in from outside is found', async () => {
	const db = await readings(2);

	await db.run(
		sql`insert into ledger select 3, at, staff_id, session_id, did, object, object_id, hash from ledger where number = 2`
	);

	expect(await firstBroken(db)).toBe(3);
});

test('several things of one moment are so many entries of one chain', async () => {
	const db = await readings(1);
	const two = ['C-1', 'C-2'].map((id) => ({ did: 'read', object: 'concern', id }));

	await write(db, (tx) => recordAll(tx, dee, two, noon));
	await write(db, (tx) => recordAll(tx, dee, [], noon));

	expect((await ledgerOf(db)).slice(1)).toEqual(['dee read concern C-1', 'dee read concern C-2']);
	expect(await firstBroken(db)).toBeUndefined();
});

test('whatever text an entry is given, the ledger is whole: it is sealed as it is kept', async () => {
	const db = await readings(0);
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('e\u0301', 'a\ud800b', '\0')
	);

	await fc.assert(
		fc.asyncProperty(text, text, text, async (did, object, id) => {
			await write(db, (tx) => record(tx, { ...amal, sessionId: id }, { did, object, id }, noon));
		}),
		{ numRuns: 300 }
	);

	expect(await firstBroken(db)).toBeUndefined();
});

test('a record that was not shown leaves its reference, and nothing that was typed instead of one', async () => {
	const db = await readings(0);
	for (const id of ['C-0000-0000', 'Robin Mossgate', 'x'.repeat(65), ''])
		await write(db, (tx) => recordNotShown(tx, amal, 'concern', id, noon));

	expect(await ledgerOf(db)).toEqual([
		'amal was not shown concern C-0000-0000',
		...Array.from({ length: 3 }, () => 'amal was not shown concern of no such form')
	]);
});

test('what happens to a way in names the session', async () => {
	const db = await readings(0);

	await recordSignIn(db, amal, 'signed in', noon);

	expect(await ledgerOf(db)).toEqual(['amal signed in session session-amal']);
});

test('trying whether the ledger can be written leaves nothing, and fails where it cannot', async () => {
	const db = await readings(1);

	await mustBeWritable(db, amal);
	expect(await ledgerOf(db)).toHaveLength(1);

	await fillTheLedger(db);
	await expect(mustBeWritable(db, amal)).rejects.toThrow();
});
