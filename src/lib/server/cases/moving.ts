import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { boxes, checked, dayIn, narrative, wrongDueDay } from '../fields.ts';
import { record, recordNotShown } from '../ledger/index.ts';
import { turn } from './acting.ts';
import { referenceOf } from './chronicling.ts';
import { uponAction, type Refused } from './guarding.ts';
import { ownerOf } from './owning.ts';

/** What the form for giving an action to somebody, or another day, must say; `at` is now. */
export const moving = (at = new Date()) =>
	v.pipe(
		v.object({
			why: narrative('Say why'),
			owner: v.optional(v.string(), ''),
			...boxes('by')
		}),
		checked((said) => ({ by: wrongDueDay(said, 'by', at) })),
		v.transform((said) => ({ why: said.why, owner: said.owner, by: dayIn(said, 'by') }))
	);

/** Gives an action to somebody, or another day, and says why; for whoever works on its case. */
export async function move(
	db: Database<'organisation'>,
	staff: Staff,
	actionId: string,
	{ why, owner, by }: v.InferOutput<ReturnType<typeof moving>>,
	at = new Date(),
	owners: readonly string[] = []
): Promise<'moved' | 'ended already' | 'not an owner' | Refused> {
	return uponAction(db, staff, actionId, at, async (tx, { id, caseId, open, leads }) => {
		if (!leads) {
			await recordNotShown(tx, staff, 'action', actionId, at);
			return 'not found';
		}
		if (!open) return 'ended already';
		const whose = await ownerOf(tx, staff, caseId, owner, owners, at);
		if (whose === 'not an owner') return whose;
		// Twice is once.
		if (whose.id === open.ownerId && by === open.dueOn) return 'moved';
		await turn(tx, staff, { actionId: id, ownerId: whose.id, dueOn: by, why }, at);
		const reference = (await referenceOf(tx, caseId)) ?? '';
		await record(tx, staff, { did: 'moved an action', object: 'case', id: reference }, at);
		return 'moved';
	});
}
