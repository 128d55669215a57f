import { generateKeyPairSync, sign } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import type { Signer } from '../organisations/index.ts';
import { lineOf } from './exporting.ts';
import { beginning, record, seal, type Sealed } from './recording.ts';
import type { ledger } from './schema.ts';

type Db = Database<'organisation'>;
type Row = typeof ledger.$inferSelect;

/** A signer with a key pair that nobody keeps. */
export function aSigner(organisationId = 'the-school'): Signer {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	return {
		organisationId,
		publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
		sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url')
	};
}

const did = ['read', 'listed', 'searched', 'was refused', 'signed in', 'decided: open a case'];

/** The same invented entry for the same number, unsealed. */
export const anEntry = (number: number): Sealed => ({
	number,
	at: new Date(Date.UTC(2026, 8, 1) + number * 61_003),
	staffId: `staff-${number % 60}`,
	sessionId: `session-${number % 977}`,
	did: did[number % did.length] ?? '',
	object: number % 3 === 0 ? 'case' : 'concern',
	objectId: `C-${String(number % 4_000).padStart(4, '0')}-ÀÉ${number % 7}`
});

/** So many entries with their seals, as the chain has them. */
export function* chained(howMany: number): Generator<Row> {
	let before = beginning;
	for (let number = 1; number <= howMany; number += 1) {
		const entry = anEntry(number);
		before = seal(before, entry);
		yield { ...entry, hash: before };
	}
}

/** The lines of an exported ledger of so many entries. */
export const linesOf = (howMany: number): string[] => [...chained(howMany)].map(lineOf);

/** A database with so many entries, written down one by one as the desk does. */
export async function aLedger(howMany: number): Promise<Db> {
	const db = await freshDatabase('organisation');
	for (let number = 1; number <= howMany; number += 1) {
		const { staffId, sessionId, did, object, objectId, at } = anEntry(number);
		const who = { id: staffId, sessionId };
		await write(db, (tx) => record(tx, who, { did, object, id: objectId }, at));
	}
	return db;
}

/** Somebody with every key, who takes the guards away, changes an entry and seals all after it anew. */
export async function writeAnew(db: Db, from: number, staffId: string): Promise<void> {
	await db.run(sql`drop trigger ledger_never_changed`);
	const { rows } = await db.run(sql`select * from ledger order by number`);
	let before = beginning;
	for (const row of rows) {
		const number = Number(row.number);
		const entry: Sealed = {
			number,
			at: new Date(Number(row.at)),
			staffId: number === from ? staffId : String(row.staff_id),
			sessionId: String(row.session_id),
			did: String(row.did),
			object: String(row.object),
			objectId: String(row.object_id)
		};
		before = seal(before, entry);
		await db.run(
			sql`update ledger set staff_id = ${entry.staffId}, hash = ${before} where number = ${number}`
		);
	}
}
