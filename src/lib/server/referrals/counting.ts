import { and, eq, gte, not, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases } from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionConditions } from '../restrictions/index.ts';
import { receivedEvents, receivedReferrals, referralEvents, referrals } from './schema.ts';

/** How many referrals stand how. What is neither accepted nor declined waits. */
export type Standings = { waiting: number; accepted: number; declined: number };

const count = sql<number>`count(*)`;
const states = ['accepted', 'declined'] as const;

// A decision outweighs whatever came before or after it, as in `standing`.
const decided = sql<string>`coalesce((
	select ${referralEvents.state} from ${referralEvents}
	where ${referralEvents.referralId} = ${referrals.id} and ${referralEvents.state} in ${states}
	order by ${referralEvents.state} limit 1
), 'waiting')`;

const decidedHere = sql<string>`coalesce((
	select ${receivedEvents.state} from ${receivedEvents}
	where ${receivedEvents.referralId} = ${receivedReferrals.id} and ${receivedEvents.state} in ${states}
), 'waiting')`;

const asStandings = (rows: { state: string; count: number }[]): Standings => ({
	waiting: 0,
	accepted: 0,
	declined: 0,
	...Object.fromEntries(rows.map((row) => [row.state, row.count]))
});

/** How the referrals stand that a school has sent since a moment. Those of restricted cases are not counted for anybody. */
export async function countSent(tx: Tx, staff: Staff, since: Date, at: Date): Promise<Standings> {
	const { isRestricted } = restrictionConditions('case', cases.id, staff, at);
	const rows = await tx
		.select({ state: decided, count })
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(and(not(isRestricted), gte(referrals.sentAt, since)))
		.groupBy(decided);
	return asStandings(rows);
}

const month = sql<string>`strftime('%Y-%m', ${receivedReferrals.receivedAt} / 1000, 'unixepoch')`;

/** How many referrals a service received in each month (UTC) since a moment, as `YYYY-MM`, and how they stand. */
export async function countReceived(
	tx: Tx,
	since: Date
): Promise<{ byMonth: Map<string, number>; standings: Standings }> {
	const recent = gte(receivedReferrals.receivedAt, since);
	const months = await tx
		.select({ month, count })
		.from(receivedReferrals)
		.where(recent)
		.groupBy(month);
	const rows = await tx
		.select({ state: decidedHere, count })
		.from(receivedReferrals)
		.where(recent)
		.groupBy(decidedHere);
	return {
		byMonth: new Map(months.map((row) => [row.month, row.count])),
		standings: asStandings(rows)
	};
}
