import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, chronology } from '../cases/index.ts';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Filters } from './filtering.ts';
import { most, type Found } from './found.ts';
import { few, narrowed } from './rarity.ts';
import { textsIn } from './saying.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { asConcerns, asEntries } from './showing.ts';
import { rowsOf } from './theirs.ts';
import { saysAll, sought } from './wording.ts';

/**
 * The same as `ofWords`, for somebody to whom little is open: what could be theirs is read, in place of asking of
 * every row of the index whether it is. A common word would hold the server for more than a second.
 */
export async function ofOwnWords(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<Found[]> {
	const texts = await textsOf(tx, staff, terms, filters, at);
	const entries = seesNoCase(staff, filters) ? [] : await entriesOf(tx, staff, terms, filters, at);
	return [
		...(await asConcerns(tx, [...texts.keys()], terms, texts)),
		...(await asEntries(tx, entries, terms))
	];
}

// A page where every second says it, and two milliseconds lost where none does.
const atOnce = 100;

/** The newest concerns that say it, no more than a page, each with the newest text that does. */
async function textsOf(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<Map<string, string>> {
	const seen = seenBy(staff, filters, at).concern;
	const looked = sought(terms);
	const found = new Map<string, string>();
	let left = await rowsOf(tx, staff);
	for (let read = atOnce; left.length > 0 && found.size < most; read += atOnce) {
		for (const [id, texts] of await textsIn(tx, left.slice(0, atOnce), seen)) {
			const newest = texts.findLast((text) => saysAll(text, looked));
			if (newest !== undefined) found.set(id, newest);
		}
		left = left.slice(atOnce);
		const fillsAPage = found.size + (found.size / read) * left.length >= most;
		if (read === atOnce && left.length > few && !fillsAPage) left = await narrowed(tx, left, terms);
	}
	return new Map([...found].slice(0, most));
}

/** The entries that say it, of the cases that only a few know of: no other is open to them. */
async function entriesOf(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<string[]> {
	const found = await tx
		.select({ id: chronology.id, says: chronology.says })
		.from(chronology)
		.innerJoin(cases, eq(cases.id, chronology.caseId))
		.leftJoin(concerns, eq(concerns.reference, chronology.about))
		.where(
			and(
				inArray(chronology.caseId, sql`(select object_id from restrictions where object = 'case')`),
				seenBy(staff, filters, at).entry
			)
		)
		.orderBy(desc(sql`${chronology}.rowid`));
	const looked = sought(terms);
	return found
		.filter(({ says }) => saysAll(says, looked))
		.slice(0, most)
		.map(({ id }) => id);
}
