import { and, asc, eq, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, visibleTo } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { receivedVisibleTo } from './access.ts';
import type { Step } from './loop.ts';
import { receivedEvents, receivedReferrals, referralEvents, referrals } from './schema.ts';

/** When a referral was sent, opened, decided on and begun. No child: `reference` only for who may open it. */
export type Times = {
	reference: string | undefined;
	sentAt: Date;
	openedAt: Date | undefined;
	decidedAt: Date | undefined;
	begunAt: Date | undefined;
	/** Whether the service ended it before it began. */
	isDeclined: boolean;
	/** When the school took it back, if it did: from then on nothing is waited for. */
	withdrawnAt: Date | undefined;
};

type Row = { id: string; reference: string; sentAt: Date; mayOpen: unknown };
type Event = { referralId: string; state: Step; at: Date };

const opened: Step[] = ['opened', 'information needed', 'accepted', 'waiting', 'declined'];
const decided: Step[] = ['accepted', 'waiting', 'declined'];
const begun: Step[] = ['in progress', 'outcome', 'stepped up', 'stepped down'];
const ended: Step[] = ['declined', 'could not engage'];
const takenBack: Step[] = ['withdrawn', 'entered in error', 'not understood'];

function timesOf({ reference, sentAt, mayOpen }: Row, events: readonly Event[]): Times {
	const first = (states: Step[]) => events.find(({ state }) => states.includes(state))?.at;
	return {
		...{ reference: mayOpen ? reference : undefined, sentAt },
		...{ openedAt: first(opened), decidedAt: first(decided) },
		...{ begunAt: first(begun), withdrawnAt: first(takenBack) },
		isDeclined: first(ended) !== undefined
	};
}

const joined = (rows: Row[], events: Event[]): Times[] => {
	const of = Map.groupBy(events, ({ referralId }) => referralId);
	return rows.map((row) => timesOf(row, of.get(row.id) ?? []));
};

/** The times of everything that passed between this organisation and a partner, the oldest first. */
export async function timesWith(
	tx: Tx,
	staff: Staff,
	partnerId: string,
	at: Date
): Promise<Times[]> {
	return staff.organisation.kind === 'school'
		? timesSent(tx, staff, partnerId, at)
		: timesReceived(tx, staff, partnerId);
}

async function timesSent(tx: Tx, staff: Staff, partnerId: string, at: Date): Promise<Times[]> {
	const { id, reference, sentAt } = referrals;
	const mayOpen = sql<number>`${visibleTo(staff, 'read a referral', at)}`;
	const rows = await tx
		.select({ id, reference, sentAt, mayOpen })
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(eq(referrals.recipientId, partnerId))
		.orderBy(asc(referrals.sentAt));
	const { referralId, state } = referralEvents;
	const events = await tx
		.select({ referralId, state, at: referralEvents.at })
		.from(referralEvents)
		.innerJoin(referrals, eq(referrals.id, referralEvents.referralId))
		.where(eq(referrals.recipientId, partnerId))
		.orderBy(asc(referralEvents.at), asc(referralEvents.id));
	return joined(rows, events);
}

async function timesReceived(tx: Tx, staff: Staff, partnerId: string): Promise<Times[]> {
	const { id, reference, sentAt } = receivedReferrals;
	const mayOpen = sql<number>`${receivedVisibleTo(staff, 'list referrals received')}`;
	const rows = await tx
		.select({ id, reference, sentAt, mayOpen })
		.from(receivedReferrals)
		// What is kept from somebody is in no figure that they see either: with few referrals it would tell.
		.where(
			and(
				eq(receivedReferrals.senderId, partnerId),
				receivedVisibleTo(staff, 'list referrals received')
			)
		)
		.orderBy(asc(receivedReferrals.sentAt));
	const { referralId, state } = receivedEvents;
	const events = await tx
		.select({ referralId, state, at: receivedEvents.at })
		.from(receivedEvents)
		.innerJoin(receivedReferrals, eq(receivedReferrals.id, receivedEvents.referralId))
		.where(eq(receivedReferrals.senderId, partnerId))
		.orderBy(asc(receivedEvents.at), asc(receivedEvents.id));
	return joined(rows, events);
}
