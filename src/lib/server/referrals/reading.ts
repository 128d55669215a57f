import { asc, desc, eq, sql } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { allows, isFresh, may, type Staff } from '../access/index.ts';
import { cases, factsOf, visibleTo } from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { deliveries } from '../exchange/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { referralEvents, referrals } from './schema.ts';

type Event = typeof referralEvents.$inferSelect;

export type Sent = Pick<
	typeof referrals.$inferSelect,
	| 'reference'
	| 'recipientName'
	| 'reason'
	| 'hopedFor'
	| 'childsWishes'
	| 'agreement'
	| 'agreementNote'
	| 'safeContact'
	| 'sentAt'
> & {
	caseReference: string;
	sentBy: string;
	pupil: { givenName: string; familyName: string; form: string };
	deliveredAt: Date | null;
	events: Event[];
};

const columns = {
	id: referrals.id,
	caseId: referrals.caseId,
	reference: referrals.reference,
	recipientName: referrals.recipientName,
	reason: referrals.reason,
	hopedFor: referrals.hopedFor,
	childsWishes: referrals.childsWishes,
	agreement: referrals.agreement,
	agreementNote: referrals.agreementNote,
	safeContact: referrals.safeContact,
	sentAt: referrals.sentAt,
	sentBy: adults.name,
	caseReference: cases.reference,
	pupil: { givenName: pupils.givenName, familyName: pupils.familyName, form: pupils.form },
	deliveredAt: deliveries.deliveredAt
};

const select = (tx: Tx) =>
	tx
		.select(columns)
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.innerJoin(adults, eq(adults.id, referrals.sentBy))
		.leftJoin(deliveries, eq(deliveries.messageId, referrals.messageId));

const eventsOf = (tx: Tx, referralId: string): Promise<Event[]> =>
	tx
		.select()
		.from(referralEvents)
		.where(eq(referralEvents.referralId, referralId))
		.orderBy(asc(referralEvents.number));

/** A referral that was sent and what came back, for somebody who may see it. The reading is written down. */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<(Sent & { readers: Reader[] }) | StepUp | undefined> {
	return write(db, async (tx) => {
		const [found] = await select(tx).where(eq(referrals.reference, reference));
		const facts = found && (await factsOf(tx, found.caseId, at));
		if (!found || !facts || !allows(staff, 'read a referral', facts)) {
			await recordNotShown(tx, staff, 'referral', reference, at);
			return undefined;
		}
		if (facts.restriction && !isFresh(staff, at)) return 'step up';
		await record(tx, staff, { did: 'read', object: 'referral', id: reference }, at);
		const readers = await readersOf(tx, 'referral', reference);
		return { ...found, events: await eventsOf(tx, found.id), readers };
	});
}

/** A referral in a list: whose, to whom, and how it stands; none of its narrative. */
export type ListedReferral = Pick<
	Sent,
	'reference' | 'recipientName' | 'sentAt' | 'pupil' | 'deliveredAt'
> & { events: Pick<Event, 'state'>[] };

/** Every referral sent that a person may see, newest first, and what came back. The listing is written down. */
export async function list(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<ListedReferral[]> {
	if (!may(staff, 'read a referral')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'referrals', id: 'sent' }, at);
		const { id, reference, recipientName, sentAt, pupil, deliveredAt } = columns;
		const found = await tx
			.select({ id, reference, recipientName, sentAt, pupil, deliveredAt })
			.from(referrals)
			.innerJoin(cases, eq(cases.id, referrals.caseId))
			.innerJoin(pupils, eq(pupils.id, cases.pupilId))
			.leftJoin(deliveries, eq(deliveries.messageId, referrals.messageId))
			.where(visibleTo(staff, 'read a referral', at))
			.orderBy(desc(referrals.sentAt));
		const events = await statesOf(
			tx,
			found.map((one) => one.id)
		);
		return found.map(({ id, ...one }) => ({ ...one, events: events.get(id) ?? [] }));
	});
}

/** What came back of each of these, in order: asked once, since a school has hundreds. */
async function statesOf(tx: Tx, ids: string[]): Promise<Map<string, Pick<Event, 'state'>[]>> {
	const found = await tx
		.select({ id: referralEvents.referralId, state: referralEvents.state })
		.from(referralEvents)
		.where(
			sql`${referralEvents.referralId} in (select value from json_each(${JSON.stringify(ids)}))`
		)
		.orderBy(asc(referralEvents.number));
	return new Map(
		[...Map.groupBy(found, ({ id }) => id)].map(([id, all]) => [
			id,
			all.map(({ state }) => ({ state }))
		])
	);
}
