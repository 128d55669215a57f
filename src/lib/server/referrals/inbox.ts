import { asc, desc, eq } from 'drizzle-orm';
import { allows, may, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { receivedFacts, receivedVisibleTo } from './access.ts';
import { openBy } from './due.ts';
import { standingAfter } from './loop.ts';
import { receivedEvents, receivedReferrals } from './schema.ts';

export type ReceivedEvent = typeof receivedEvents.$inferSelect;

export type Received = typeof receivedReferrals.$inferSelect & { events: ReceivedEvent[] };

const eventsOf = (tx: Tx, referralId: string): Promise<ReceivedEvent[]> =>
	tx
		.select()
		.from(receivedEvents)
		.where(eq(receivedEvents.referralId, referralId))
		.orderBy(asc(receivedEvents.at), asc(receivedEvents.id));

/** By when a referral should have been opened, also one of before there was such a day. */
export const answerDue = ({ answerBy, receivedAt }: Pick<Received, 'answerBy' | 'receivedAt'>) =>
	answerBy ?? openBy(receivedAt);

/** Whether a referral waits for this service to decide. */
export const isUndecided = (received: Received): boolean => {
	const { place } = standingAfter(received.events, answerDue(received));
	return place === 'sent' || place === 'opened' || place === 'information needed';
};

/** A referral received, inside the caller's transaction, for somebody who may do this act to it. */
export async function lookReceived(
	tx: Tx,
	staff: Staff,
	act: Act,
	reference: string
): Promise<Received | undefined> {
	const [found] = await tx
		.select()
		.from(receivedReferrals)
		.where(eq(receivedReferrals.reference, reference));
	if (!found || !allows(staff, act, await receivedFacts(tx, found.id))) return undefined;
	return { ...found, events: await eventsOf(tx, found.id) };
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
		return visibleReceived(tx, staff);
	});
}

/** Every referral received that this person may list, newest first; the caller writes the listing down. */
export async function visibleReceived(tx: Tx, staff: Staff): Promise<Received[]> {
	const found = await tx
		.select()
		.from(receivedReferrals)
		.where(receivedVisibleTo(staff, 'list referrals received'))
		.orderBy(desc(receivedReferrals.receivedAt));
	const whole: Received[] = [];
	for (const one of found) whole.push({ ...one, events: await eventsOf(tx, one.id) });
	return whole;
}

/** How many referrals wait for a step of this service. A count is no record: nothing is written down. */
export async function countWaiting(db: Database<'organisation'>, staff: Staff): Promise<number> {
	if (!may(staff, 'list referrals received')) return 0;
	const all = await db
		.select()
		.from(receivedReferrals)
		.where(receivedVisibleTo(staff, 'list referrals received'));
	const events = Map.groupBy(
		await db.select().from(receivedEvents),
		({ referralId }) => referralId
	);
	return all.filter((one) => isUndecided({ ...one, events: events.get(one.id) ?? [] })).length;
}
