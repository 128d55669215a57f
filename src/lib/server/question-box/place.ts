import { may, type Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';

/** Where a box stands for anybody to put into, and where its key and what was done lie. */
export type Place = { published: Database<'public'>; db: Database<'organisation'> };

const act = 'teach a class';

/** Whether this is not theirs to do; then it is written down. */
export async function isRefused(
	{ db }: Pick<Place, 'db'>,
	staff: Staff,
	at: Date
): Promise<boolean> {
	if (may(staff, act)) return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}
