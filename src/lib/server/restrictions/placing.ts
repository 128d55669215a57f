import { randomUUID } from 'node:crypto';
import { and, inArray, isNull } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { staff as adults } from '../accounts/index.ts';
import type { Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import type { Known } from './finding.ts';
import { restrictionNames, restrictions, type reasons } from './schema.ts';
import { standingOn } from './standing.ts';

export type Reason = (typeof reasons)[number];

/**
 * Restricts a record, in the caller's transaction, to the person who does it and to those of the others
 * who have not left. A record that is restricted already stays as it is.
 */
export async function place(
	tx: Tx,
	staff: Staff,
	to: Known,
	reason: Reason,
	others: readonly string[],
	at: Date
): Promise<'restricted' | 'restricted already'> {
	if (await standingOn(tx, to)) return 'restricted already';
	const id = randomUUID();
	await tx.insert(restrictions).values({
		id,
		object: to.object,
		objectId: to.id,
		reason,
		placedBy: staff.id,
		placedAt: at
	});
	await record(tx, staff, { did: 'restricted', object: to.object, id: to.reference }, at);
	await name(tx, staff, id, [staff.id, ...(await present(tx, others))], at);
	return 'restricted';
}

/** Names people on a restriction that stands, in the caller's transaction. */
export async function name(
	tx: Tx,
	staff: Staff,
	restrictionId: string,
	staffIds: readonly string[],
	at: Date
): Promise<void> {
	const named = [...new Set(staffIds)];
	await tx
		.insert(restrictionNames)
		.values(named.map((staffId) => ({ restrictionId, staffId, namedBy: staff.id, namedAt: at })));
}

/** Those of them who are among the staff and have not left. */
export async function present(tx: Tx, staffIds: readonly string[]): Promise<string[]> {
	const found = await tx
		.select({ id: adults.id })
		.from(adults)
		.where(and(inArray(adults.id, [...staffIds]), isNull(adults.leftAt)));
	return found.map(({ id }) => id);
}
