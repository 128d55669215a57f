import { and, desc, or, sql, type SQL } from 'drizzle-orm';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import type { Said } from './showing.ts';
import type { Sought } from './wording.ts';

// The same words that the triggers of `search_words` take.
const says = sql<string>`concat_ws(char(10), ${concerns.seenOrHeard}, ${concerns.childsWords},
	${concerns.notAskedBecause}, ${concerns.doneAlready}, ${concerns.place}, ${concerns.unknownChild},
	${concerns.homeSaid}, ${concerns.substancesSaid})`;

/**
 * Among these rows, by their numbers in the table. They are numbers of the database's own, and stand in the
 * statement as they are: a value for each would have to be put together one by one.
 */
const among = (rows: number[]): SQL => sql.raw(`in (${rows.map(Number).join(', ')})`);

const isPlain = (word: string): boolean => /^[a-z0-9]+$/.test(word);

/**
 * Whether a text could say it, as far as SQLite can tell, so that most texts need not be handed over. Of a text
 * with other letters than plain ones it cannot: it knows neither their marks nor their capitals.
 */
const couldSay = (text: SQL, terms: Sought): SQL =>
	sql`(octet_length(${text}) <> length(${text}) or (${sql.join(
		[
			sql`true`,
			...terms
				.flat()
				.filter(isPlain)
				.map((word) => sql`instr(lower(${text}), ${word}) > 0`)
		],
		sql` and `
	)}))`;

const couldSayLater = (terms: Sought): SQL => {
	const could = couldSay(sql`says`, terms);
	return sql`(
		exists (select 1 from concern_marks where concern_id = ${concerns.id} and ${could})
		or exists (select 1 from concern_additions where concern_id = ${concerns.id} and ${could})
	)`;
};

/** A concern and all that it says, the newest text last. */
type Saying = Omit<Said, 'says'> & { texts: string[] };

/** The concerns of these rows that could say it and may be seen, the newest first. */
export async function sayingIn(
	tx: Tx,
	rows: number[],
	terms: Sought,
	seen: SQL | undefined
): Promise<Saying[]> {
	const found = await tx
		.select({
			...{ id: concerns.id, reference: concerns.reference, when: concerns.loggedAt, says },
			row: sql<number>`${concerns}.rowid`
		})
		.from(concerns)
		.where(
			and(
				sql`${concerns}.rowid ${among(rows)}`,
				or(couldSay(says, terms), couldSayLater(terms)),
				seen
			)
		)
		.orderBy(desc(concerns.loggedAt), desc(sql`${concerns}.rowid`));
	const added = Map.groupBy(
		await later(
			tx,
			found.map(({ row }) => row)
		),
		({ id }) => id
	);
	return found.map(({ id, reference, when, says }) => ({
		...{ id, reference, when },
		texts: [says, ...(added.get(id) ?? []).map((one) => one.says)]
	}));
}

/** The marks on each and what was added to it, which are rows of their own in the index too. */
const later = (tx: Tx, rows: number[]): Promise<{ id: string; says: string }[]> => {
	const theirs = sql`in (select id from ${concerns} where rowid ${among(rows)})`;
	return tx
		.select({ id: sql<string>`id`, says: sql<string>`says` })
		.from(
			sql`(
				select concern_id as id, says, 0 as at from concern_marks where concern_id ${theirs}
				union all
				select concern_id as id, says, added_at as at from concern_additions
				where concern_id ${theirs}
			)`
		)
		.orderBy(sql`at`);
};
