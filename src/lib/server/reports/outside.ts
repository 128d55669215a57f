import { eq } from 'drizzle-orm';
import { write, type Database, type Tx } from '../db/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { WritingOutside } from './forms.ts';
import { turnsOf } from './reading.ts';
import { reportsReceived, type reportStates } from './schema.ts';

/** What the ledger is to say of what was done by a link. */
type Recorded = (tx: Tx, entry: Entry, at: Date) => Promise<void>;
type Db = Database<'organisation'>;

/** What somebody outside is told of their report: what a service on Waymark is told, and no more. */
export type Outside = {
	reference: string;
	sentAt: Date;
	state: 'sent' | (typeof reportStates)[number];
	/** When that was. */
	at: Date;
};

/**
 * Keeps what somebody without Waymark wrote to this school's lead, as something to triage. The caller has made sure
 * that the link is theirs. One that was written before stays as it is.
 */
export const writeOutside = (
	db: Db,
	{ id, reference, writtenBy }: { id: string; reference: string; writtenBy: string },
	says: WritingOutside,
	recorded: Recorded,
	at = new Date()
): Promise<'written'> =>
	write(db, async (tx): Promise<'written'> => {
		const [kept] = await tx
			.insert(reportsReceived)
			.values({ ...says, id, reference, writtenBy, senderId: null, sentAt: at, receivedAt: at })
			.onConflictDoNothing()
			.returning({ id: reportsReceived.id });
		if (kept) await recorded(tx, { did: 'sent', object: 'report', id: reference }, at);
		return 'written';
	});

/** What came of a report that was written by a link; `undefined` while nothing is written. The looking is written down. */
export const readOutside = (
	db: Db,
	reportId: string,
	recorded: Recorded,
	at = new Date()
): Promise<Outside | undefined> =>
	write(db, async (tx) => {
		const [found] = await tx
			.select({ reference: reportsReceived.reference, sentAt: reportsReceived.sentAt })
			.from(reportsReceived)
			.where(eq(reportsReceived.id, reportId));
		if (!found) return undefined;
		const entry = { did: 'looked at what came of', object: 'report', id: found.reference };
		await recorded(tx, entry, at);
		const newest = (await turnsOf(tx, reportId)).at(-1);
		return { ...found, state: newest?.state ?? 'sent', at: newest?.at ?? found.sentAt };
	});
