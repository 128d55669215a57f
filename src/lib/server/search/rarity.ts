import { sql } from 'drizzle-orm';
import { concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import { asMatch } from './terms.ts';

/** To ask the index about a row takes about as long as to read a concern: for no more than this is it asked. */
export const few = 500;

/** Of these rows of concerns, those that the index has the terms in, when few have them; otherwise all of them. */
export async function narrowed(tx: Tx, rows: number[], terms: string[]): Promise<number[]> {
	// Whole words first: to count what only begins so, FTS5 must gather all of it.
	for (const how of ['whole', 'beginnings'] as const)
		if (await isCommon(tx, asMatch(terms, how))) return rows;
	const found = await tx.select({ row: sql<number>`${concerns}.rowid` }).from(concerns)
		.where(sql`${concerns.id} in (
			select object_id from search_words where search_words match ${asMatch(terms, 'beginnings')}
		)`);
	const saying = new Set(found.map(({ row }) => row));
	return rows.filter((row) => saying.has(row));
}

async function isCommon(tx: Tx, match: string): Promise<boolean> {
	const beyond = await tx
		.select({ row: sql<number>`rowid` })
		.from(sql`search_words`)
		.where(sql`search_words match ${match}`)
		.limit(1)
		.offset(few);
	return beyond.length > 0;
}
