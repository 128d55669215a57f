import { may, type Act, type Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';

/** Where a school's own records are, and where it is known who leads there. */
export type Place = { platform: Database<'platform'>; db: Database<'organisation'> };

type Teaching =
	| 'teach a class'
	| 'read the record of teaching'
	| 'read how a lesson went'
	| 'keep what is taught';

/** Whether an act is theirs: only a school teaches. */
export const isTheirs = (staff: Staff, act: Teaching & Act): boolean =>
	may(staff, act) && staff.organisation.kind === 'school';

/** Whether an act is not theirs, which is then written down. */
export async function isRefused(
	db: Database<'organisation'>,
	staff: Staff,
	act: Teaching & Act,
	at: Date
): Promise<boolean> {
	if (isTheirs(staff, act)) return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}
