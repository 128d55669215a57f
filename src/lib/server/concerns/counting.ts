import { and, eq, gte, not, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionConditions } from '../restrictions/index.ts';
import { concerns, concernsWaiting } from './schema.ts';

const month = sql<string>`strftime('%Y-%m', ${concerns.loggedAt} / 1000, 'unixepoch')`;

/**
 * How many concerns were written down in each month (UTC) since a moment, as `YYYY-MM`, and how many wait
 * for a decision. Restricted ones are not counted for anybody: a count tells as much as a list.
 */
export async function counts(
	tx: Tx,
	staff: Staff,
	since: Date,
	at: Date
): Promise<{ byMonth: Map<string, number>; waiting: number }> {
	const { isRestricted } = restrictionConditions('concern', concerns.id, staff, at);
	const open = not(isRestricted);
	const months = await tx
		.select({ month, count: sql<number>`count(*)` })
		.from(concerns)
		.where(and(open, gte(concerns.loggedAt, since)))
		.groupBy(month);
	const [waiting] = await tx
		.select({ count: sql<number>`count(*)` })
		.from(concernsWaiting)
		.innerJoin(concerns, eq(concerns.id, concernsWaiting.concernId))
		.where(open);
	return {
		byMonth: new Map(months.map((row) => [row.month, row.count])),
		waiting: waiting?.count ?? 0
	};
}
