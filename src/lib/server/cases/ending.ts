import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { checked, choice, narrative, wrongDueDay } from '../fields.ts';
import { record } from '../ledger/index.ts';
import { stepFields, stepIn, type Step } from '../steps.ts';
import { dayToDecide, set } from './acting.ts';
import { chronicle, referenceOf } from './chronicling.ts';
import { uponAction, type ActionFound, type Refused } from './guarding.ts';
import { ownerOf } from './owning.ts';
import { actionEnds, endings } from './schema.ts';
import { echoAll, isOpen, openActionsIn } from './standing.ts';

/** What the form for ending an action must say; `at` is now. A next step is said whole or not at all. */
export const ending = (at = new Date()) =>
	v.pipe(
		v.object({
			ending: choice(endings, 'Choose how it ended'),
			says: narrative('Say what came of it'),
			...stepFields
		}),
		checked((said) => ({ by: said.does ? wrongDueDay(said, 'by', at) : undefined })),
		v.transform((said) => ({ ending: said.ending, says: said.says, next: stepIn(said) }))
	);

type Ending = v.InferOutput<ReturnType<typeof ending>>;

/**
 * Ends an action, by whoever has it or whoever works on its case. An open case is never without a next step:
 * the last action ends only with another; where its owner does not lead, the next step, of whoever set it, is
 * to decide what comes next.
 */
export async function end(
	db: Database<'organisation'>,
	staff: Staff,
	actionId: string,
	form: Ending,
	at = new Date(),
	owners: readonly string[] = []
): Promise<'ended' | 'ended already' | 'needs a next step' | 'not an owner' | Refused> {
	return uponAction(db, staff, actionId, at, async (tx, action) => {
		if (!action.open) return 'ended already';
		const { caseId } = action;
		const isLast = (await isOpen(tx, caseId)) && (await openActionsIn(tx, caseId)) === 1;
		const next = action.leads && form.next.does ? form.next : undefined;
		if (isLast && action.leads && !next) return 'needs a next step';
		if (next) {
			const whose = await ownerOf(tx, staff, caseId, next.owner, owners, at);
			if (whose === 'not an owner') return whose;
			await setNext(tx, staff, action, { ...next, owner: whose.id }, at);
		} else if (isLast) {
			const owner = await whoDecidesNext(tx, staff, action, owners, at);
			await setNext(tx, staff, action, whatComesNext(owner, at), at);
		}
		await finish(tx, staff, { ...form, actionId, caseId }, at);
		return 'ended';
	});
}

const setNext = (tx: Tx, staff: Staff, { caseId }: ActionFound, next: Step, at: Date) =>
	set(
		tx,
		staff,
		{ id: randomUUID(), caseId, does: next.does, ownerId: next.owner, by: next.by },
		at
	);

const whatComesNext = (owner: string, at: Date): Step => ({
	does: 'Decide what comes next',
	owner,
	by: dayToDecide(at)
});

/** Whoever set the action; when they have left, the first of those who may have one; oneself if nobody can. */
async function whoDecidesNext(
	tx: Tx,
	staff: Staff,
	{ caseId, setById }: ActionFound,
	owners: readonly string[],
	at: Date
): Promise<string> {
	for (const owner of [setById, ...owners]) {
		const whose = await ownerOf(tx, staff, caseId, owner, [owner], at);
		if (whose !== 'not an owner') return whose.id;
	}
	return staff.id;
}

type Finishing = { actionId: string; caseId: string } & Pick<Ending, 'ending' | 'says'>;

/** Ends an action in the caller's transaction, and says so where people look. */
export async function finish(
	tx: Tx,
	staff: Staff,
	{ actionId, caseId, ending, says }: Finishing,
	at: Date
): Promise<void> {
	await tx.insert(actionEnds).values({ actionId, ending, says, by: staff.id, at });
	const told = `${ending === 'done' ? 'Done' : 'Not needed'}: ${says}`;
	await chronicle(tx, { caseId, kind: 'action', says: told, staffId: staff.id, at });
	const reference = (await referenceOf(tx, caseId)) ?? '';
	await record(tx, staff, { did: `ended an action: ${ending}`, object: 'case', id: reference }, at);
	if (ending === 'done') await echoAll(tx, staff, caseId, at);
}
