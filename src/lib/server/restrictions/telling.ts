import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { tell } from '../notices/index.ts';
import type { Known } from './finding.ts';

const waits = 'A record that only you and a few others may open waits for you.';

/** Tells people that they were named, all but the one who named them. */
export const tellNamed = (
	tx: Tx,
	staff: Staff,
	staffIds: readonly string[],
	{ reference }: Known,
	at: Date
): Promise<void> =>
	tell(
		tx,
		staffIds.filter((id) => id !== staff.id),
		{ says: waits, about: reference },
		at
	);

const opened = 'Somebody who is not named on it opened a record that only a few may open.';

/**
 * Tells everybody who is named, and every lead, that the glass was broken; gives whom it told.
 *
 * A lead who is not named is told that it happened, and not of which record: they may not know of it.
 */
export async function tellOfGlass(
	tx: Tx,
	staff: Staff,
	{ reference }: Known,
	named: string[],
	leads: readonly string[],
	at: Date
): Promise<string[]> {
	const others = leads.filter((id) => id !== staff.id && !named.includes(id));
	await tell(tx, named, { says: opened, about: reference }, at);
	await tell(tx, others, { says: opened }, at);
	return [...named, ...others];
}
