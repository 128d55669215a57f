import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { openDisagreements } from './disagreeing.ts';
import { picturesOf } from './picturing.ts';
import { planOf } from './planning.ts';

/** What stands around a case now. The caller has looked whether it may be read, and writes the reading down. */
export const around = async (tx: Tx, staff: Staff, caseId: string, at = new Date()) => ({
	...(await picturesOf(tx, caseId)),
	plan: await planOf(tx, caseId),
	disagreements: await openDisagreements(tx, staff, at, caseId)
});
