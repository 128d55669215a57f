import { desc, eq, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, chronology } from '../cases/index.ts';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Filters } from './filtering.ts';
import { most, type Found } from './found.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { asConcerns, asEntries } from './showing.ts';

/** What the filters alone leave of all that this person may see. The newest first. */
export async function ofFilters(
	tx: Tx,
	staff: Staff,
	filters: Filters,
	at: Date
): Promise<Found[]> {
	const seen = seenBy(staff, filters, at);
	const found = await tx
		.select({ id: concerns.id })
		.from(concerns)
		.where(seen.concern)
		.orderBy(desc(concerns.loggedAt))
		.limit(most);
	const ids = found.map(({ id }) => id);
	const entries = seesNoCase(staff, filters) ? [] : await newestEntries(tx, seen.entry);
	return [...(await asConcerns(tx, ids, [])), ...(await asEntries(tx, entries, []))];
}

async function newestEntries(tx: Tx, seen: ReturnType<typeof seenBy>['entry']): Promise<string[]> {
	const found = await tx
		.select({ id: chronology.id })
		.from(chronology)
		.innerJoin(cases, eq(cases.id, chronology.caseId))
		.leftJoin(concerns, eq(concerns.reference, chronology.about))
		.where(sql`${chronology.says} <> '' and ${seen}`)
		.orderBy(desc(sql`${chronology}.rowid`))
		.limit(most);
	return found.map(({ id }) => id);
}
