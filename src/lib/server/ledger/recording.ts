import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { ledger } from './schema.ts';

/** Something done to, or read of, one record. `object` is its noun; `id` its reference, never a name. */
export type Entry = { did: string; object: string; id: string };

/** What the first entry is chained to. */
export const beginning = '0'.repeat(64);

type Sealed = Omit<typeof ledger.$inferSelect, 'hash'>;

/** The entry's seal: SHA-256 over the seal before it and its own values, in this order, as JSON. */
export const seal = (before: string, entry: Sealed): string =>
	createHash('sha256')
		.update(
			JSON.stringify([
				before,
				entry.number,
				entry.at.toISOString(),
				entry.staffId,
				entry.sessionId,
				entry.did,
				entry.object,
				entry.objectId
			])
		)
		.digest('hex');

/**
 * Writes down, in the caller's own transaction, what a person did or read.
 *
 * If it cannot be written, the transaction fails, and nothing is shown or changed.
 */
export async function record(
	tx: Tx,
	staff: Pick<Staff, 'id' | 'sessionId'>,
	{ did, object, id }: Entry,
	at: Date
): Promise<void> {
	const [last] = await tx.select().from(ledger).orderBy(desc(ledger.number)).limit(1);
	const entry = {
		number: (last?.number ?? 0) + 1,
		at,
		staffId: staff.id,
		sessionId: staff.sessionId,
		did,
		object,
		objectId: id
	};
	await tx.insert(ledger).values({ ...entry, hash: seal(last?.hash ?? beginning, entry) });
}

/** Writes down that a person asked for something that is not theirs to do or to see, or is not there. */
export const recordRefusal = (
	db: Database<'organisation'>,
	staff: Pick<Staff, 'id' | 'sessionId'>,
	act: string,
	at = new Date()
): Promise<void> =>
	write(db, (tx) => record(tx, staff, { did: 'was refused', object: 'act', id: act }, at));
