import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { wellFormed, write, type Database, type Tx } from '../db/index.ts';
import { ledger } from './schema.ts';

/** Something done to, or read of, one record. `object` is its noun; `id` its reference, never a name. */
export type Entry = { did: string; object: string; id: string };

/** Who an entry is about: a person of the organisation, and the hash that names their session. */
export type Who = Pick<Staff, 'id' | 'sessionId'>;

/** Stands for the person of an entry that somebody made who has no account, and came by a link. */
export const byLink = 'link';

/** What the first entry is chained to. */
export const beginning = '0'.repeat(64);

export type Sealed = Omit<typeof ledger.$inferSelect, 'hash'>;

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
export const record = (tx: Tx, who: Who, entry: Entry, at: Date): Promise<void> =>
	recordAll(tx, who, [entry], at);

/** Writes down several things of one moment, in the caller's own transaction. */
export async function recordAll(tx: Tx, who: Who, entries: Entry[], at: Date): Promise<void> {
	const last = await lastOf(tx);
	let before = last?.hash ?? beginning;
	const rows = entries.map((entry, index) => {
		const row = asRow((last?.number ?? 0) + 1 + index, who, entry, at);
		before = seal(before, row);
		return { ...row, hash: before };
	});
	if (rows.length > 0) await tx.insert(ledger).values(rows);
}

/** The newest entry. By its primary key, so that writing costs the same however long the ledger is. */
export async function lastOf(tx: Tx): Promise<typeof ledger.$inferSelect | undefined> {
	const [last] = await tx.select().from(ledger).orderBy(desc(ledger.number)).limit(1);
	return last;
}

// Cleaned before it is sealed, as the columns would clean it: the seal is of what is kept.
const asRow = (number: number, who: Who, { did, object, id }: Entry, at: Date): Sealed => ({
	number,
	at,
	staffId: wellFormed(who.id),
	sessionId: wellFormed(who.sessionId),
	did: wellFormed(did),
	object: wellFormed(object),
	objectId: wellFormed(id)
});

/**
 * Makes sure that the ledger can be written, and leaves no entry.
 *
 * It is for pages that show no record of their own: they too are shown only while the ledger works.
 */
export async function mustBeWritable(db: Database<'organisation'>, who: Who): Promise<void> {
	const undone = new Error('Only tried');
	try {
		await write(db, async (tx) => {
			await record(tx, who, { did: 'tried', object: 'ledger', id: '' }, new Date());
			throw undone;
		});
	} catch (fault) {
		if (fault !== undone) throw fault;
	}
}
