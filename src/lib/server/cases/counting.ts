import { eq, not, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionConditions } from '../restrictions/index.ts';
import { cases, casesOpen } from './schema.ts';

/** How many cases are open. Restricted ones are not counted for anybody. */
export async function countOpen(tx: Tx, staff: Staff, at: Date): Promise<number> {
	const { isRestricted } = restrictionConditions('case', cases.id, staff, at);
	const [row] = await tx
		.select({ count: sql<number>`count(*)` })
		.from(casesOpen)
		.innerJoin(cases, eq(cases.id, casesOpen.caseId))
		.where(not(isRestricted));
	return row?.count ?? 0;
}
