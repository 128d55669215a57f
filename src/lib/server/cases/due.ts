import { and, asc, count, eq, lte, not, or, type SQL } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { pupils, type Found } from '../pupils/index.ts';
import { restrictionConditions } from '../restrictions/index.ts';
import { visibleTo } from './access.ts';
import type { Action } from './acting.ts';
import { uponAction, type Refused } from './guarding.ts';
import { actions, actionsOpen, cases } from './schema.ts';

type Db = Database<'organisation'>;

/** Something to do, about whom, and in which case. */
export type DueAction = Action & {
	caseReference: string;
	pupil: Pick<Found, 'givenName' | 'familyName' | 'form'>;
};

const rows = (tx: Tx) =>
	tx
		.select({
			id: actions.id,
			does: actions.does,
			owner: adults.name,
			ownerId: actionsOpen.ownerId,
			dueOn: actionsOpen.dueOn,
			caseReference: cases.reference,
			pupil: {
				givenName: pupils.givenName,
				familyName: pupils.familyName,
				form: pupils.form
			}
		})
		.from(actionsOpen)
		.innerJoin(actions, eq(actions.id, actionsOpen.actionId))
		.innerJoin(cases, eq(cases.id, actionsOpen.caseId))
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.innerJoin(adults, eq(adults.id, actionsOpen.ownerId))
		.$dynamic();

const soonest = [asc(actionsOpen.dueOn), asc(actions.setAt)];

/** An action's owner knows of it, unless only a few may know of its case and they are none of them. */
function isTheirs(staff: Staff, at: Date): SQL | undefined {
	const { isRestricted, isNamed } = restrictionConditions('case', cases.id, staff, at);
	return and(eq(actionsOpen.ownerId, staff.id), or(not(isRestricted), isNamed));
}

/** What a person has to do themselves, the soonest first. At most fifty. The listing is written down. */
export async function ownActions(db: Db, staff: Staff, at = new Date()): Promise<DueAction[]> {
	if (!may(staff, 'do one’s own actions')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'actions', id: 'own' }, at);
		return rows(tx)
			.where(isTheirs(staff, at))
			.orderBy(...soonest)
			.limit(50);
	});
}

/** What is due until a day (`YYYY-MM-DD`), whoever has it, the soonest first. At most fifty. The listing is written down. */
export async function due(
	db: Db,
	staff: Staff,
	until: string,
	at = new Date()
): Promise<DueAction[]> {
	if (!may(staff, 'list cases')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'actions', id: 'due' }, at);
		return rows(tx)
			.where(and(visibleTo(staff, 'list cases', at), lte(actionsOpen.dueOn, until)))
			.orderBy(...soonest)
			.limit(50);
	});
}

/** One action, for its owner or whoever works on its case. The reading is written down. */
export const readAction = (
	db: Db,
	staff: Staff,
	actionId: string,
	at = new Date()
): Promise<{ action: DueAction | null; leads: boolean } | Refused> =>
	uponAction(db, staff, actionId, at, async (tx, { leads }) => {
		const [action] = await rows(tx).where(eq(actions.id, actionId));
		const id = action?.caseReference ?? 'over';
		await record(tx, staff, { did: 'read an action', object: 'case', id }, at);
		return { action: action ?? null, leads };
	});

/** On which days (`YYYY-MM-DD`) somebody has something to do, and how much: numbers alone, for their own calendar. */
export const daysDue = (db: Db, staffId: string): Promise<{ day: string; many: number }[]> =>
	db
		.select({ day: actionsOpen.dueOn, many: count() })
		.from(actionsOpen)
		.where(eq(actionsOpen.ownerId, staffId))
		.groupBy(actionsOpen.dueOn)
		.orderBy(asc(actionsOpen.dueOn));
