import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, chronology } from '../cases/index.ts';
import { concernPupils, concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import { groupPupils, groupStaff } from '../groups/index.ts';
import type { Filters } from './filtering.ts';
import { most, type Found } from './found.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { asConcerns, asEntries } from './showing.ts';
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
		...(await asConcerns(tx, [...texts.keys()].slice(0, most), terms, texts)),
		...(await asEntries(tx, entries, terms))
	];
}

/** What could be open to them: what they wrote, what is of a child they look after, and what only a few know of. */
const theirs = (staff: Staff) => sql`(
	select ${concerns.id} from ${concerns} where ${concerns.loggedBy} = ${staff.id}
	union select ${concernPupils.concernId} from ${groupStaff}
		inner join ${groupPupils} on ${groupPupils.groupId} = ${groupStaff.groupId}
		inner join ${concernPupils} on ${concernPupils.pupilId} = ${groupPupils.pupilId}
		where ${groupStaff.staffId} = ${staff.id}
	union select object_id from restrictions where object = 'concern'
)`;

// The same words that the triggers of `search_words` take.
const says = sql<string>`concat_ws(char(10), ${concerns.seenOrHeard}, ${concerns.childsWords},
	${concerns.notAskedBecause}, ${concerns.doneAlready}, ${concerns.place}, ${concerns.unknownChild},
	${concerns.homeSaid}, ${concerns.substancesSaid})`;

/** The concerns that say it, the newest first, each with the newest text that does. */
async function textsOf(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<Map<string, string>> {
	const seen = await tx
		.select({ id: concerns.id, says })
		.from(concerns)
		.where(and(inArray(concerns.id, theirs(staff)), seenBy(staff, filters, at).concern))
		.orderBy(desc(concerns.loggedAt));
	const texts = new Map<string, string[]>(seen.map(({ id, says }) => [id, [says]]));
	for (const { id, says } of await later(tx, [...texts.keys()])) texts.get(id)?.push(says);
	const found = new Map<string, string>();
	const looked = sought(terms);
	for (const [id, each] of texts) {
		const newest = each.findLast((text) => saysAll(text, looked));
		if (newest !== undefined) found.set(id, newest);
	}
	return found;
}

// SQLite takes no more than some thousand values in one statement.
const atOnce = 500;

/** The marks on each and what was added to it, which are rows of their own in the index too. */
async function later(tx: Tx, ids: string[]): Promise<{ id: string; says: string }[]> {
	const found: { id: string; says: string }[] = [];
	for (let from = 0; from < ids.length; from += atOnce) {
		const some = sql.join(
			ids.slice(from, from + atOnce).map((id) => sql`${id}`),
			sql`, `
		);
		found.push(
			...(await tx
				.select({ id: sql<string>`id`, says: sql<string>`says` })
				.from(
					sql`(
						select concern_id as id, says, 0 as at from concern_marks where concern_id in (${some})
						union all
						select concern_id as id, says, added_at as at from concern_additions
						where concern_id in (${some})
					)`
				)
				.orderBy(sql`at`))
		);
	}
	return found;
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
