import { asc, eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import { daysAfter, today } from '../days.ts';
import type { Database, Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { tell } from '../notices/index.ts';
import type { Step } from '../steps.ts';
import { chronicle, isThere } from './chronicling.ts';
import { ownerOf } from './owning.ts';
import { upon, type Refused } from './guarding.ts';
import { actions, actionsOpen, actionTurns } from './schema.ts';

/** Something that is to be done in a case, whose it is and by when (`YYYY-MM-DD`). */
export type Action = { id: string; does: string; owner: string; ownerId: string; dueOn: string };

// Long enough to get over a weekend, and shorter than a week without anybody.
const daysToDecide = 3;

/** The day by which somebody must decide what comes next, where nobody else has said one. */
export const dayToDecide = (at: Date): string => daysAfter(today(at), daysToDecide);

/** What is to be done in a case, the soonest first. */
export const actionsOf = (tx: Tx, caseId: string): Promise<Action[]> =>
	tx
		.select({
			id: actions.id,
			does: actions.does,
			owner: adults.name,
			ownerId: actionsOpen.ownerId,
			dueOn: actionsOpen.dueOn
		})
		.from(actionsOpen)
		.innerJoin(actions, eq(actions.id, actionsOpen.actionId))
		.innerJoin(adults, eq(adults.id, actionsOpen.ownerId))
		.where(eq(actionsOpen.caseId, caseId))
		.orderBy(asc(actionsOpen.dueOn), asc(actions.setAt));

/** An action to be set. `by` is `YYYY-MM-DD`. */
export type NewAction = { id: string; caseId: string; does: string; ownerId: string; by: string };

/** Sets an action in a case, inside the act that asks for it, and tells whose it is. */
export async function set(
	tx: Tx,
	staff: Staff,
	{ id, caseId, does, ownerId, by }: NewAction,
	at: Date
): Promise<void> {
	await tx.insert(actions).values({ id, caseId, does, setBy: staff.id, setAt: at });
	await turn(tx, staff, { actionId: id, ownerId, dueOn: by, why: '' }, at);
	await chronicle(tx, { id, caseId, kind: 'action', says: does, staffId: staff.id, at });
}

type Turn = { actionId: string; ownerId: string; dueOn: string; why: string };

/** Says whose an action is from now on, and by when, and tells them; in the caller's transaction. */
export async function turn(tx: Tx, staff: Staff, turned: Turn, at: Date): Promise<void> {
	await tx.insert(actionTurns).values({ ...turned, by: staff.id, at });
	if (turned.ownerId !== staff.id)
		await tell(tx, [turned.ownerId], { says: 'Something was given to you to do.' }, at);
}

/**
 * Adds an action to a case; its form sent twice is one. `owners`: those who may be given one, by their ids
 * among the staff; oneself always may.
 */
export const act = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ key, does, owner, by }: Step & { key: string },
	at = new Date(),
	owners: readonly string[] = []
): Promise<'set' | 'not an owner' | Refused> =>
	upon(db, staff, 'add to a case', reference, at, async (tx, { id: caseId }) => {
		if (await isThere(tx, key)) return 'set';
		const whose = await ownerOf(tx, staff, caseId, owner, owners, at);
		if (whose === 'not an owner') return whose;
		await set(tx, staff, { id: key, caseId, does, ownerId: whose.id, by }, at);
		await record(tx, staff, { did: 'added: action', object: 'case', id: reference }, at);
		return 'set';
	});
