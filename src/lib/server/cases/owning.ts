import { and, inArray, isNull } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionOn } from '../restrictions/index.ts';

/**
 * Whose something in a case is to be: `owner`, or oneself where it is empty. `'not an owner'` unless they are
 * in `owners` (those whose role lets them be, by their ids among the staff), are still here, and are named on
 * the case when only a few may know of it.
 */
export async function ownerOf(
	tx: Tx,
	staff: Staff,
	caseId: string,
	owner: string,
	owners: readonly string[],
	at: Date
): Promise<{ id: string } | 'not an owner'> {
	const id = owner || staff.id;
	if (id !== staff.id && !owners.includes(id)) return 'not an owner';
	const [here] = await present(tx, [id]);
	if (!here) return 'not an owner';
	const restriction = await restrictionOn(tx, { object: 'case', id: caseId }, at);
	return restriction && !restriction.named.includes(id) ? 'not an owner' : { id };
}

/** Those of these people who have not left, with their names. */
export const present = (tx: Tx, ids: readonly string[]) =>
	tx
		.select({ id: adults.id, name: adults.name })
		.from(adults)
		.where(and(inArray(adults.id, [...ids]), isNull(adults.leftAt)));
