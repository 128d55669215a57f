import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { tell } from '../notices/index.ts';
import { restrictionOn } from '../restrictions/index.ts';

/**
 * Tells people something of a concern, in the caller's transaction: all but whoever does it, and of one that
 * only a few may know of only those few, its author among the others where they were left off.
 */
export async function tellOf(
	tx: Tx,
	staff: Pick<Staff, 'id'>,
	{ id, reference }: { id: string; reference: string },
	staffIds: readonly string[],
	says: string,
	at: Date
): Promise<void> {
	const restriction = await restrictionOn(tx, { object: 'concern', id }, at);
	const mayKnow = (one: string) => restriction === null || restriction.named.includes(one);
	const told = staffIds.filter((one) => one !== staff.id && mayKnow(one));
	await tell(tx, told, { says, about: reference }, at);
}
