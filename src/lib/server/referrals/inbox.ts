import { randomUUID } from 'node:crypto';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { allows, may, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { send } from '../exchange/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { receivedFacts, receivedVisibleTo } from './access.ts';
import { stepMessage } from './messages.ts';
import { receivedEvents, receivedReferrals } from './schema.ts';

export type ReceivedEvent = Pick<
	typeof receivedEvents.$inferSelect,
	'state' | 'reason' | 'says' | 'at' | 'by'
>;

export type Received = typeof receivedReferrals.$inferSelect & { events: ReceivedEvent[] };

const decisions = ['accepted', 'declined'] as const;

/** Whether a referral has been decided, and how. */
export const decisionOn = ({ events }: Pick<Received, 'events'>): ReceivedEvent | undefined =>
	events.find(({ state }) => decisions.some((decision) => decision === state));

const eventsOf = (tx: Tx, referralId: string): Promise<ReceivedEvent[]> =>
	tx
		.select({
			state: receivedEvents.state,
			reason: receivedEvents.reason,
			says: receivedEvents.says,
			at: receivedEvents.at,
			by: receivedEvents.by
		})
		.from(receivedEvents)
		.where(eq(receivedEvents.referralId, referralId))
		.orderBy(asc(receivedEvents.number));

/** A referral received, inside the caller's transaction, for somebody who may do this act to it. */
export async function lookReceived(
	tx: Tx,
	staff: Staff,
	act: Act,
	reference: string
): Promise<Received | undefined> {
	if (!allows(staff, act, receivedFacts)) return undefined;
	const [found] = await tx
		.select()
		.from(receivedReferrals)
		.where(eq(receivedReferrals.reference, reference));
	return found && { ...found, events: await eventsOf(tx, found.id) };
}

/**
 * Reads a referral received. The reading is written down, and the first one tells the sender that it
 * has been opened: silence is what schools fear most.
 */
export async function readReceived(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<(Received & { readers: Reader[] }) | undefined> {
	return write(db, async (tx) => {
		const found = await lookReceived(tx, staff, 'read a referral received', reference);
		if (!found) {
			await recordNotShown(tx, staff, 'referral received', reference, at);
			return undefined;
		}
		await record(tx, staff, { did: 'read', object: 'referral received', id: reference }, at);
		const readers = await readersOf(tx, 'referral received', reference);
		if (found.events.length > 0) return { ...found, readers };
		const id = randomUUID();
		await tx.insert(receivedEvents).values({
			...{ referralId: found.id, id, side: 'service', state: 'opened', says: '' },
			...{ by: staff.name, staffId: staff.id, at }
		});
		await send(
			tx,
			{
				...stepMessage,
				recipientId: found.senderId,
				body: {
					...{ referralId: found.id, id },
					...{ state: 'opened', reason: null, says: '', supports: '', dueOn: null },
					...{ by: staff.name, at: at.toISOString() }
				}
			},
			at
		);
		return { ...found, events: await eventsOf(tx, found.id), readers };
	});
}

/** The inbox: every referral received, newest first. The listing is written down. */
export async function listReceived(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Received[]> {
	if (!may(staff, 'list referrals received')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'referrals received', id: 'inbox' }, at);
		const found = await tx
			.select()
			.from(receivedReferrals)
			.where(receivedVisibleTo(staff, 'list referrals received'))
			.orderBy(desc(receivedReferrals.receivedAt));
		const whole: Received[] = [];
		for (const one of found) whole.push({ ...one, events: await eventsOf(tx, one.id) });
		return whole;
	});
}

/** How many referrals wait for a decision. A count is no record: nothing is written down. */
export async function countWaiting(db: Database<'organisation'>, staff: Staff): Promise<number> {
	if (!may(staff, 'list referrals received')) return 0;
	const decided = db
		.select({ id: receivedEvents.referralId })
		.from(receivedEvents)
		.where(inArray(receivedEvents.state, [...decisions]));
	const all = await db
		.select({ id: receivedReferrals.id })
		.from(receivedReferrals)
		.where(receivedVisibleTo(staff, 'list referrals received'));
	const done = new Set((await decided).map(({ id }) => id));
	return all.filter(({ id }) => !done.has(id)).length;
}
