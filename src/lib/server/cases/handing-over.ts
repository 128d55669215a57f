import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { staff as adults } from '../accounts/index.ts';
import { may, needsStepUp, type Staff } from '../access/index.ts';
import { concernsWatched, giveWatches, watchesOf, type Watched } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { narrative } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { visibleTo } from './access.ts';
import { turn } from './acting.ts';
import type { Refused } from './guarding.ts';
import { ownerOf } from './owning.ts';
import { actions, actionsOpen, cases } from './schema.ts';

type Db = Database<'organisation'>;

/** Something that is somebody's, for whoever hands it over. */
export type Owned = {
	id: string;
	caseId: string;
	does: string;
	dueOn: string;
	caseReference: string;
	pupil: { givenName: string; familyName: string; form: string };
};

/** What a person has to do and to watch over, and how much of it whoever asks may not see. */
export type Pack = { actions: Owned[]; watched: Watched[]; unseen: number };

/** Whether somebody still has anything to do or to watch over: then they cannot leave. */
export async function ownsAnything(tx: Tx, staffId: string): Promise<boolean> {
	const [action] = await tx
		.select({ id: actionsOpen.actionId })
		.from(actionsOpen)
		.where(eq(actionsOpen.ownerId, staffId))
		.limit(1);
	const [watched] = await tx
		.select({ id: concernsWatched.concernId })
		.from(concernsWatched)
		.where(eq(concernsWatched.ownerId, staffId))
		.limit(1);
	return action !== undefined || watched !== undefined;
}

async function packOf(tx: Tx, staff: Staff, person: string, at: Date): Promise<Pack> {
	const own = eq(actionsOpen.ownerId, person);
	const found = await tx
		.select({
			id: actions.id,
			caseId: actions.caseId,
			does: actions.does,
			dueOn: actionsOpen.dueOn,
			caseReference: cases.reference,
			pupil: { givenName: pupils.givenName, familyName: pupils.familyName, form: pupils.form }
		})
		.from(actionsOpen)
		.innerJoin(actions, eq(actions.id, actionsOpen.actionId))
		.innerJoin(cases, eq(cases.id, actionsOpen.caseId))
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(and(own, visibleTo(staff, 'hand over actions', at)))
		.orderBy(asc(actionsOpen.dueOn));
	const watched = await watchesOf(tx, staff, person, at);
	const all = await tx.select({ id: actionsOpen.actionId }).from(actionsOpen).where(own);
	const unseen = all.length - found.length + watched.unseen;
	return { actions: found, watched: watched.seen, unseen };
}

/** What somebody has to do, for whoever hands it over. The reading is written down. */
export async function ownedBy(
	db: Db,
	staff: Staff,
	person: string,
	at = new Date()
): Promise<Pack | Refused> {
	return keeping(db, staff, person, at, async (tx) => {
		const entry = { did: 'read the hand-over of', object: 'person', id: person };
		await record(tx, staff, entry, at);
		return packOf(tx, staff, person, at);
	});
}

export const handingOver = v.object({
	owner: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose who takes it on')),
	why: narrative('Say why')
});

/**
 * Gives everything of somebody's that whoever hands over may see to somebody else, all of it or nothing.
 * `owners`: those who may be given it, by their ids among the staff.
 */
export async function handOver(
	db: Db,
	staff: Staff,
	person: string,
	{ owner, why }: v.InferOutput<typeof handingOver>,
	at = new Date(),
	owners: readonly string[] = []
): Promise<'handed over' | 'not an owner' | 'themselves' | Refused> {
	if (owner === person) return 'themselves';
	return keeping(db, staff, person, at, async (tx) => {
		const pack = await packOf(tx, staff, person, at);
		for (const { caseId } of [...pack.actions, { caseId: '' }])
			if ((await ownerOf(tx, staff, caseId, owner, owners, at)) === 'not an owner')
				return 'not an owner';
		for (const { id, dueOn } of pack.actions)
			await turn(tx, staff, { actionId: id, ownerId: owner, dueOn, why }, at);
		await giveWatches(tx, staff, pack.watched, owner, why, at);
		await record(tx, staff, { did: 'handed over from', object: 'person', id: person }, at);
		return 'handed over';
	});
}

async function keeping<Outcome>(
	db: Db,
	staff: Staff,
	person: string,
	at: Date,
	todo: (tx: Tx) => Promise<Outcome>
): Promise<Outcome | Refused> {
	const act = 'hand over actions';
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (needsStepUp(staff, act, at)) return 'step up';
	return write(db, async (tx): Promise<Outcome | Refused> => {
		const [there] = await tx.select({ id: adults.id }).from(adults).where(eq(adults.id, person));
		if (there) return todo(tx);
		await recordNotShown(tx, staff, 'person', person, at);
		return 'not found';
	});
}
