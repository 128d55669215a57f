import { asc, gt } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { ledger } from './schema.ts';

// Enough that asking costs little, and few enough that others get their turn between.
const atOnce = 2_000;

/** Every entry there is, in order, some thousand at a time: a ledger of years does not fit in memory. */
export async function* inOrder(
	db: Pick<Database<'organisation'>, 'select'>
): AsyncGenerator<(typeof ledger.$inferSelect)[]> {
	let after = Number.MIN_SAFE_INTEGER;
	for (;;) {
		const entries = await db
			.select()
			.from(ledger)
			.where(gt(ledger.number, after))
			.orderBy(asc(ledger.number))
			.limit(atOnce);
		const last = entries.at(-1);
		if (!last) return;
		yield entries;
		after = last.number;
	}
}
