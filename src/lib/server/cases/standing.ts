import { count, desc, eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { actionsOpen, caseConcerns, casesOpen, caseTurns, type outcomes } from './schema.ts';
import { echo } from '../concerns/index.ts';
import type { Staff } from '../access/index.ts';

/** Whether a case is open. */
export async function isOpen(tx: Tx, caseId: string): Promise<boolean> {
	const [found] = await tx
		.select({ id: casesOpen.caseId })
		.from(casesOpen)
		.where(eq(casesOpen.caseId, caseId));
	return found !== undefined;
}

/** How a case was closed, when it is closed now; `null` when it is open. */
export type Closed = { outcome: (typeof outcomes)[number] | null; why: string; at: Date };

export async function closedAs(tx: Tx, caseId: string): Promise<Closed | null> {
	const [turn] = await tx
		.select()
		.from(caseTurns)
		.where(eq(caseTurns.caseId, caseId))
		.orderBy(desc(caseTurns.number))
		.limit(1);
	return turn?.turn === 'closed' ? turn : null;
}

/** How many actions of a case are not over. */
export async function openActionsIn(tx: Tx, caseId: string): Promise<number> {
	const [row] = await tx
		.select({ many: count() })
		.from(actionsOpen)
		.where(eq(actionsOpen.caseId, caseId));
	return row?.many ?? 0;
}

/** Tells, once each, the authors of the concerns that a case stands on that something came of them. */
export async function echoAll(
	tx: Tx,
	staff: Pick<Staff, 'id'>,
	caseId: string,
	at: Date
): Promise<void> {
	const told = await tx
		.select({ id: caseConcerns.concernId })
		.from(caseConcerns)
		.where(eq(caseConcerns.caseId, caseId));
	for (const { id } of told) await echo(tx, staff, id, at);
}
