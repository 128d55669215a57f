import { asc } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { beginning, seal } from './recording.ts';
import { ledger } from './schema.ts';

/** The number of the first entry that is not as it was written, or `undefined` when all are. */
export async function firstBroken(db: Database<'organisation'>): Promise<number | undefined> {
	let before = beginning;
	let expected = 1;
	for (const entry of await db.select().from(ledger).orderBy(asc(ledger.number))) {
		if (entry.number !== expected || entry.hash !== seal(before, entry)) return expected;
		before = entry.hash;
		expected += 1;
	}
	return undefined;
}
