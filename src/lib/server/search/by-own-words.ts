import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, chronology } from '../cases/index.ts';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Filters } from './filtering.ts';
import { most, type Found } from './found.ts';
import { few, narrowed } from './rarity.ts';
import { sayingIn } from './saying.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { asEntries, asShown, type Said } from './showing.ts';
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
	const said = await concernsOf(tx, staff, terms, filters, at);
	const entries = seesNoCase(staff, filters) ? [] : await entriesOf(tx, staff, terms, filters, at);
	return [...(await asShown(tx, said, terms)), ...(await asEntries(tx, entries, terms))];
}

// Enough to tell how common a word is, and a millisecond lost where it is rare.
const atOnce = 50;

/** The newest concerns that say it, no more than a page, each with the newest text that does. */
async function concernsOf(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<Said[]> {
	const seen = seenBy(staff, filters, at).concern;
	const looked = sought(terms);
	const found: Said[] = [];
	const all = await rowsOf(tx, staff);
	let [left, many] = [all, atOnce];
	while (left.length > 0 && found.length < most) {
		for (const { texts, ...concern } of await sayingIn(tx, left.slice(0, many), looked, seen)) {
			const says = texts.findLast((text) => saysAll(text, looked));
			if (says !== undefined) found.push({ ...concern, says });
		}
		const isFirst = left === all;
		left = left.slice(many);
		// As many as fill the page if it goes on like this; where none says it, all.
		const toFill = ((most - found.length) * (all.length - left.length)) / found.length;
		many = Math.max(atOnce, Math.ceil(toFill));
		if (isFirst && left.length > few && many > left.length) left = await narrowed(tx, left, terms);
	}
	return found.slice(0, most);
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
