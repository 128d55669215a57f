import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown } from '../ledger/index.ts';
import { notices, noticesSeen } from './schema.ts';

type Db = Database<'organisation'>;

/** A notice that a person has not yet seen. */
export type Unseen = { id: string; says: string; about: string | null; at: Date };

/** What this person was told and has not put away, newest first. It is their own: nothing is written down. */
export const unseen = (db: Db, staff: Staff): Promise<Unseen[]> =>
	db
		.select({ id: notices.id, says: notices.says, about: notices.about, at: notices.at })
		.from(notices)
		.leftJoin(noticesSeen, eq(noticesSeen.noticeId, notices.id))
		.where(and(eq(notices.staffId, staff.id), isNull(noticesSeen.noticeId)))
		.orderBy(desc(notices.at));

/** Something urgent that was told, to however many at once. */
export type Unopened = { id: string; about: string | null; at: Date };

/**
 * What was told as urgent and nobody who was told it has seen, but for what says this. What several were
 * told at once is one, with the id of one of its notices.
 */
export const unopened = (tx: Tx, butFor: string): Promise<Unopened[]> =>
	tx
		.select({
			id: sql<string>`min(${notices.id})`,
			about: notices.about,
			at: notices.at
		})
		.from(notices)
		.leftJoin(noticesSeen, eq(noticesSeen.noticeId, notices.id))
		.where(and(eq(notices.urgent, 'yes'), ne(notices.says, butFor)))
		.groupBy(notices.at, notices.about, notices.says)
		.having(sql`count(${noticesSeen.noticeId}) = 0`);

export const seeing = v.object({ notice: v.optional(v.string(), '') });

/** Puts one's own notice away; the ledger says when. Twice is once, and another's is not there. */
export async function see(
	db: Db,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<'seen' | 'not found'> {
	return write(db, async (tx) => {
		const [own] = await tx
			.select({ id: notices.id })
			.from(notices)
			.where(and(eq(notices.id, id), eq(notices.staffId, staff.id)));
		if (!own) {
			await recordNotShown(tx, staff, 'notice', id, at);
			return 'not found';
		}
		const [put] = await tx
			.insert(noticesSeen)
			.values({ noticeId: id, seenAt: at })
			.onConflictDoNothing()
			.returning({ noticeId: noticesSeen.noticeId });
		if (put) await record(tx, staff, { did: 'saw', object: 'notice', id }, at);
		return 'seen';
	});
}

/** Puts away what this person was told of a record, now that they have it before them; the caller's own act says so. */
export async function seeAbout(
	tx: Tx,
	{ id }: Pick<Staff, 'id'>,
	reference: string,
	at: Date
): Promise<void> {
	const told = await tx
		.select({ id: notices.id })
		.from(notices)
		.leftJoin(noticesSeen, eq(noticesSeen.noticeId, notices.id))
		.where(
			and(eq(notices.staffId, id), eq(notices.about, reference), isNull(noticesSeen.noticeId))
		);
	if (told.length > 0)
		await tx
			.insert(noticesSeen)
			.values(told.map((notice) => ({ noticeId: notice.id, seenAt: at })))
			.onConflictDoNothing();
}
