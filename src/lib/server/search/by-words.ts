import { desc, sql, type SQL } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases, chronology } from '../cases/index.ts';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Filters } from './filtering.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { most, type Found } from './found.ts';
import { asConcerns, asEntries } from './showing.ts';
import { asMatch } from './terms.ts';

/**
 * What says all of these terms, the newest first. Where the terms as whole words fill a page, words that only
 * begin so are left out: FTS5 walks a word from its newest row, and must read every row of a beginning first.
 */
export async function ofWords(
	tx: Tx,
	staff: Staff,
	terms: string[],
	filters: Filters,
	at: Date
): Promise<Found[]> {
	const theirs = isTheirs(staff, filters, at);
	const whole = await rowsOf(tx, asMatch(terms, 'whole'), theirs);
	const rows =
		whole.length === most ? whole : await rowsOf(tx, asMatch(terms, 'beginnings'), theirs);
	const concernIds = idsOf(rows, 'concern');
	// What was added to a concern later is a row of its own: the newest of them is the one that is shown.
	const texts = new Map(rows.toReversed().map(({ id, says }) => [id, says]));
	return [
		...(await asConcerns(tx, concernIds, terms, texts)),
		...(await asEntries(tx, idsOf(rows, 'entry'), terms))
	];
}

type Row = { id: string; object: 'concern' | 'entry'; says: string };

const idsOf = (rows: Row[], object: Row['object']): string[] => [
	...new Set(rows.filter((row) => row.object === object).map(({ id }) => id))
];

// Walked from the newest, so that it ends with the fiftieth that is theirs, however many say the same. Who may
// see it is asked of each row by itself: asked of all of them at once, it would be answered for a million.
const rowsOf = (tx: Tx, match: string, theirs: SQL): Promise<Row[]> =>
	tx
		.select({
			id: sql<string>`object_id`,
			object: sql<Row['object']>`object`,
			says: sql<string>`says`
		})
		.from(sql`search_words`)
		.where(sql`search_words match ${match} and ${theirs}`)
		.orderBy(desc(sql`search_words.rowid`))
		.limit(most);

function isTheirs(staff: Staff, filters: Filters, at: Date): SQL {
	const seen = seenBy(staff, filters, at);
	const concern = sql`exists (
		select 1 from ${concerns} where ${concerns.id} = search_words.object_id and ${seen.concern}
	)`;
	if (seesNoCase(staff, filters)) return sql`object = 'concern' and ${concern}`;
	return sql`case object when 'concern' then ${concern} else exists (
		select 1 from ${chronology}
		inner join ${cases} on ${cases.id} = ${chronology.caseId}
		left join ${concerns} on ${concerns.reference} = ${chronology.about}
		where ${chronology.id} = search_words.object_id and ${seen.entry}
	) end`;
}
