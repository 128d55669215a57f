import { and, desc, sql, type SQL } from 'drizzle-orm';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';

// The same words that the triggers of `search_words` take.
const says = sql<string>`concat_ws(char(10), ${concerns.seenOrHeard}, ${concerns.childsWords},
	${concerns.notAskedBecause}, ${concerns.doneAlready}, ${concerns.place}, ${concerns.unknownChild},
	${concerns.homeSaid}, ${concerns.substancesSaid})`;

// One value in place of a hundred: each is a part of the statement that has to be put together.
const among = (values: (string | number)[]): SQL =>
	sql`in (select value from json_each(${JSON.stringify(values)}))`;

/** What the concerns of these rows say, of those that may be seen: the newest first, the newest text of each last. */
export async function textsIn(
	tx: Tx,
	rows: number[],
	seen: SQL | undefined
): Promise<Map<string, string[]>> {
	const found = await tx
		.select({ id: concerns.id, says })
		.from(concerns)
		.where(and(sql`${concerns}.rowid ${among(rows)}`, seen))
		.orderBy(desc(concerns.loggedAt), desc(sql`${concerns}.rowid`));
	const texts = new Map(found.map(({ id, says }) => [id, [says]]));
	for (const { id, says } of await later(tx, [...texts.keys()])) texts.get(id)?.push(says);
	return texts;
}

/** The marks on each and what was added to it, which are rows of their own in the index too. */
const later = (tx: Tx, ids: string[]): Promise<{ id: string; says: string }[]> =>
	tx
		.select({ id: sql<string>`id`, says: sql<string>`says` })
		.from(
			sql`(
				select concern_id as id, says, 0 as at from concern_marks where concern_id ${among(ids)}
				union all
				select concern_id as id, says, added_at as at from concern_additions
				where concern_id ${among(ids)}
			)`
		)
		.orderBy(sql`at`);
