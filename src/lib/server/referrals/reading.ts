import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { allows, isFresh, may, type Act, type Staff } from '../access/index.ts';
import { cases, factsOf, visibleTo } from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { deliveries } from '../exchange/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { seeAbout } from '../notices/index.ts';
import { pupils } from '../pupils/index.ts';
import type { Taken } from './loop.ts';
import { referralEvents, referrals } from './schema.ts';
import { triesIn, type Tries } from './trying.ts';

type Event = typeof referralEvents.$inferSelect;

export type Sent = Pick<
	typeof referrals.$inferSelect,
	| 'id'
	| 'reference'
	| 'recipientId'
	| 'way'
	| 'layout'
	| 'sections'
	| 'urgency'
	| 'answerBy'
	| 'jointId'
	| 'repeats'
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
	recipientId: referrals.recipientId,
	recipientName: referrals.recipientName,
	way: referrals.way,
	layout: referrals.layout,
	sections: referrals.sections,
	urgency: referrals.urgency,
	answerBy: referrals.answerBy,
	jointId: referrals.jointId,
	repeats: referrals.repeats,
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

/** The steps of one referral, in their order. */
export const eventsOf = (tx: Tx, referralId: string): Promise<Event[]> =>
	tx
		.select()
		.from(referralEvents)
		.where(eq(referralEvents.referralId, referralId))
		.orderBy(asc(referralEvents.at), asc(referralEvents.id));

/** With who has read it, whether this person may take a step in it, and every try for the same child. */
export type Read = Sent & { readers: Reader[]; maySend: boolean; tries: Tries };

/** A referral that was sent and what came back, for somebody who may see it. The reading is written down. */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date(),
	act: Act = 'read a referral'
): Promise<Read | StepUp | undefined> {
	return write(db, async (tx) => {
		const [found] = await select(tx).where(eq(referrals.reference, reference));
		const facts = found && (await factsOf(tx, found.caseId, at));
		if (!found || !facts || !allows(staff, act, facts)) {
			await recordNotShown(tx, staff, 'referral', reference, at);
			return undefined;
		}
		if (facts.restriction && !isFresh(staff, at)) return 'step up';
		await seeAbout(tx, staff, reference, at);
		await record(tx, staff, { did: 'read', object: 'referral', id: reference }, at);
		const readers = await readersOf(tx, 'referral', reference);
		const maySend = allows(staff, 'send a referral', facts);
		const tries = await triesIn(tx, found.caseId);
		return { ...found, events: await eventsOf(tx, found.id), readers, maySend, tries };
	});
}

/** A referral in a list: whose, to whom, and the steps that say how it stands; none of its narrative. */
export type ListedReferral = Pick<
	Sent,
	| 'reference'
	| 'caseReference'
	| 'recipientId'
	| 'recipientName'
	| 'sentAt'
	| 'way'
	| 'answerBy'
	| 'jointId'
	| 'pupil'
	| 'deliveredAt'
> & { events: Taken[] };

/** Every referral sent that a person may see, newest first, and what came back. The listing is written down. */
export async function list(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<ListedReferral[]> {
	if (!may(staff, 'read a referral')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'referrals', id: 'sent' }, at);
		const { id, reference, recipientId, recipientName, sentAt, way, answerBy } = columns;
		const { caseReference, jointId, pupil, deliveredAt } = columns;
		const found = await tx
			.select({
				...{ id, reference, recipientId, recipientName, sentAt, way, answerBy },
				...{ caseReference, jointId, pupil, deliveredAt }
			})
			.from(referrals)
			.innerJoin(cases, eq(cases.id, referrals.caseId))
			.innerJoin(pupils, eq(pupils.id, cases.pupilId))
			.leftJoin(deliveries, eq(deliveries.messageId, referrals.messageId))
			.where(visibleTo(staff, 'read a referral', at))
			.orderBy(desc(referrals.sentAt));
		const events = await stepsOfAll(tx, staff, at);
		return found.map(({ id, ...one }) => ({ ...one, events: events.get(id) ?? [] }));
	});
}

/** The steps of every referral that they may see, in order: asked once, since a school has hundreds. */
async function stepsOfAll(tx: Tx, staff: Staff, at: Date): Promise<Map<string, Taken[]>> {
	const { referralId, id, state, side, says, supports, dueOn } = getTableColumns(referralEvents);
	const found = await tx
		.select({ referralId, id, state, side, says, supports, dueOn, at: referralEvents.at })
		.from(referralEvents)
		.innerJoin(referrals, eq(referrals.id, referralEvents.referralId))
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(visibleTo(staff, 'read a referral', at))
		.orderBy(asc(referralEvents.at), asc(referralEvents.id));
	return Map.groupBy(found, ({ referralId }) => referralId);
}
