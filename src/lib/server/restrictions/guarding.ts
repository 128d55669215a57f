import { may, needsStepUp, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { recordNotShown, recordRefusal } from '../ledger/index.ts';
import type { Kind, Known } from './finding.ts';

const act = 'restrict a record';

/** What is answered when the act is not done: it is not theirs, or they must first prove who they are. */
export type Refusal = 'not found' | 'step up';

/**
 * Does something to the restriction of one record, in one transaction, for somebody who may restrict that
 * very record and has lately proved who they are.
 */
export async function upon<Outcome>(
	db: Database<'organisation'>,
	staff: Staff,
	kind: Kind,
	reference: string,
	at: Date,
	todo: (tx: Tx, record: Known & { loggedById?: string }) => Promise<Outcome>
): Promise<Outcome | Refusal> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (needsStepUp(staff, act, at)) return 'step up';
	return write(db, async (tx) => {
		const found = await kind.look(tx, staff, act, reference, at);
		if (found === 'step up') return found;
		if (found) return todo(tx, { ...found, object: kind.object });
		await recordNotShown(tx, staff, kind.object, reference, at);
		return 'not found';
	});
}
