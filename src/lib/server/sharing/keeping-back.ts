import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { key, narrative } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { sharingDecisions } from './schema.ts';

const act = 'send a referral';

/** What a decision not to share must say. */
export const keepingBack = v.object({
	key,
	withWhom: narrative('Say with whom it is not shared'),
	why: narrative('Say why it is not shared, and what you weighed'),
	childTold: narrative('Say what the young person says to that, or why they were not asked'),
	parentsTold: narrative('Say what a parent says to that, or why they were not asked')
});

/**
 * Writes down that what is known of a child is not shared with somebody, and why: in the case and in the ledger,
 * in one transaction. It stays as it was written; deciding otherwise later is another decision. The same form sent
 * twice is one.
 */
export async function keepBack(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ key: id, ...said }: v.InferOutput<typeof keepingBack>,
	at = new Date()
): Promise<'decided' | 'not found' | StepUp> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const theCase = await cases.look(tx, staff, act, reference, at);
		if (theCase === 'step up') return theCase;
		if (!theCase) {
			await recordNotShown(tx, staff, 'case', reference, at);
			return 'not found';
		}
		const [kept] = await tx
			.insert(sharingDecisions)
			.values({
				...{ id, caseId: theCase.id, choice: 'do not share', basis: '', referralId: null },
				...{ ...said, by: staff.id, at }
			})
			.onConflictDoNothing()
			.returning({ id: sharingDecisions.id });
		if (!kept) return 'decided';
		const says = [
			`Not shared with: ${said.withWhom}`,
			`Why: ${said.why}`,
			`The young person: ${said.childTold}`,
			`A parent: ${said.parentsTold}`
		].join('\n');
		await cases.chronicle(tx, {
			...{ caseId: theCase.id, kind: 'decision', says, staffId: staff.id, at }
		});
		await record(tx, staff, { did: 'decided not to share', object: 'case', id: reference }, at);
		await cases.echoAll(tx, staff, theCase.id, at);
		return 'decided';
	});
}
