import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { upon, type Refused } from './guarding.ts';
import { openDisagreements } from './disagreeing.ts';
import { picturesOf } from './picturing.ts';
import { planOf } from './planning.ts';

/** What stands around a case now. The caller has looked whether it may be read, and writes the reading down. */
export const around = async (tx: Tx, staff: Staff, caseId: string, at = new Date()) => ({
	...(await picturesOf(tx, caseId)),
	plan: await planOf(tx, caseId),
	disagreements: await openDisagreements(tx, staff, at, caseId)
});

/** The same of one case, for a page that has read it: the reading is written down there. */
export const standingAround = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<Awaited<ReturnType<typeof around>> | Refused> =>
	upon(db, staff, 'read a case', reference, at, (tx, { id }) => around(tx, staff, id, at));
