import { eq } from 'drizzle-orm';
import { may, type Act, type Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { recordNotShown, recordRefusal } from '../ledger/index.ts';
import { factsOf } from './access.ts';
import { referenceOf } from './chronicling.ts';
import { look } from './reading.ts';
import { actions, actionsOpen } from './schema.ts';

type Db = Database<'organisation'>;

/** What is answered when nothing is done. */
export type Refused = 'not found' | StepUp;

type Looked = Exclude<Awaited<ReturnType<typeof look>>, StepUp | undefined>;

/** Does something in one case, in one transaction, for somebody who may do this act to it. */
export async function upon<Outcome>(
	db: Db,
	staff: Staff,
	act: Act,
	reference: string,
	at: Date,
	todo: (tx: Tx, found: Looked) => Promise<Outcome>
): Promise<Outcome | Refused> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx): Promise<Outcome | Refused> => {
		const found = await look(tx, staff, act, reference, at);
		if (found === 'step up') return found;
		if (found) return todo(tx, found);
		await recordNotShown(tx, staff, 'case', reference, at);
		return 'not found';
	});
}

/** One action, and how the person who asks stands to it. */
export type ActionFound = {
	id: string;
	caseId: string;
	does: string;
	setById: string;
	/** Whose it is and by when; `null` when it is over. */
	open: { ownerId: string; dueOn: string } | null;
	/** Whether they work on its case, and so decide what comes next; otherwise it is only theirs to do. */
	leads: boolean;
};

const act = 'do one’s own actions';

/** Does something to one action, for its owner or whoever works on its case. Not there and not theirs are one answer. */
export async function uponAction<Outcome>(
	db: Db,
	staff: Staff,
	actionId: string,
	at: Date,
	todo: (tx: Tx, action: ActionFound) => Promise<Outcome>
): Promise<Outcome | Refused> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx): Promise<Outcome | Refused> => {
		const found = await oneAction(tx, actionId);
		const standing = found ? await standingTo(tx, staff, found, at) : 'not theirs';
		if (standing === 'step up') return standing;
		if (found && standing !== 'not theirs')
			return todo(tx, { ...found, leads: standing === 'leads' });
		await recordNotShown(tx, staff, 'action', actionId, at);
		return 'not found';
	});
}

async function oneAction(
	tx: Tx,
	actionId: string
): Promise<Omit<ActionFound, 'leads'> | undefined> {
	const [found] = await tx
		.select({
			id: actions.id,
			caseId: actions.caseId,
			does: actions.does,
			setById: actions.setBy,
			open: { ownerId: actionsOpen.ownerId, dueOn: actionsOpen.dueOn }
		})
		.from(actions)
		.leftJoin(actionsOpen, eq(actionsOpen.actionId, actions.id))
		.where(eq(actions.id, actionId));
	return found;
}

async function standingTo(
	tx: Tx,
	staff: Staff,
	{ caseId, open }: Omit<ActionFound, 'leads'>,
	at: Date
): Promise<'leads' | 'owner' | 'not theirs' | StepUp> {
	const reference = (await referenceOf(tx, caseId)) ?? '';
	const worksOn = await look(tx, staff, 'add to a case', reference, at);
	if (worksOn) return worksOn === 'step up' ? worksOn : 'leads';
	if (open?.ownerId !== staff.id) return 'not theirs';
	const { restriction } = await factsOf(tx, caseId, at);
	return restriction && !restriction.named.includes(staff.id) ? 'not theirs' : 'owner';
}
