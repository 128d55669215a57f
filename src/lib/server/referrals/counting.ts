import { and, eq, gte, not, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionConditions } from '../restrictions/index.ts';
import { isKeptToWorkers } from './access.ts';
import { isFinal, standingAfter, type Taken } from './loop.ts';
import { receivedEvents, receivedReferrals, referralEvents, referrals } from './schema.ts';

/** How many referrals stand how. What a service took on is accepted, also once it is over. */
export type Standings = { waiting: number; accepted: number; declined: number; withdrawn: number };

const took = ['accepted', 'in progress', 'outcome'];

/** How a referral stands, from its steps. What crossed another step decided nothing. */
export function standsAs(events: readonly Taken[]): keyof Standings {
	const { place, crossed } = standingAfter(events, '');
	const taken = events.filter(({ id }) => !crossed.includes(id)).map(({ state }) => state);
	if (taken.some((state) => took.includes(state))) return 'accepted';
	if (taken.includes('declined')) return 'declined';
	return isFinal(place) ? 'withdrawn' : 'waiting';
}

function counted(
	sent: readonly { id: string }[],
	events: readonly (Taken & { referralId: string })[]
): Standings {
	const standings: Standings = { waiting: 0, accepted: 0, declined: 0, withdrawn: 0 };
	const byReferral = Map.groupBy(events, ({ referralId }) => referralId);
	for (const { id } of sent) standings[standsAs(byReferral.get(id) ?? [])] += 1;
	return standings;
}

/** How the referrals stand that a school has sent since a moment. Those of restricted cases are not counted for anybody. */
export async function countSent(tx: Tx, staff: Staff, since: Date, at: Date): Promise<Standings> {
	const { isRestricted } = restrictionConditions('case', cases.id, staff, at);
	const sent = await tx
		.select({ id: referrals.id })
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(and(not(isRestricted), gte(referrals.sentAt, since)));
	return counted(sent, await tx.select().from(referralEvents));
}

const month = sql<string>`strftime('%Y-%m', ${receivedReferrals.receivedAt} / 1000, 'unixepoch')`;

/**
 * How many referrals a service received in each month (UTC) since a moment, as `YYYY-MM`, and how they stand. Those
 * that are kept to their workers are not counted for anybody.
 */
export async function countReceived(
	tx: Tx,
	since: Date
): Promise<{ byMonth: Map<string, number>; standings: Standings }> {
	const received = await tx
		.select({ id: receivedReferrals.id, month })
		.from(receivedReferrals)
		.where(and(gte(receivedReferrals.receivedAt, since), not(isKeptToWorkers)));
	const months = Map.groupBy(received, (one) => one.month);
	return {
		byMonth: new Map([...months].map(([each, all]) => [each, all.length])),
		standings: counted(received, await tx.select().from(receivedEvents))
	};
}
