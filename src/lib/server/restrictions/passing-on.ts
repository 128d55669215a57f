import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Known } from './finding.ts';
import { place } from './placing.ts';
import { namedOn, standingOn, type Restrictable } from './standing.ts';

/**
 * Restricts what grew out of a restricted record to the same people, in the caller's transaction. They
 * are not told: not all who may read a concern may read the case that is opened upon it.
 */
export async function passOn(
	tx: Tx,
	staff: Staff,
	from: Restrictable,
	to: Known,
	at: Date
): Promise<void> {
	const standing = await standingOn(tx, from);
	if (standing) await place(tx, staff, to, standing.reason, await namedOn(tx, standing.id), at);
}
