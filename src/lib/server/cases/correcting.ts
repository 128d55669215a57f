import { randomUUID } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { dayToDecide, set } from './acting.ts';
import { chronicle } from './chronicling.ts';
import { casesOf, joinIn } from './joining.ts';
import { caseOf } from './one.ts';
import { openActionsIn } from './standing.ts';

/**
 * Says of a concern that it is about another child than was written. The case of the child whom it is not
 * about says so and tells it no more; the case of the other takes it in, and is opened for it if it must be.
 */
export const correct = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	form: Parameters<typeof concerns.correct>[3],
	at = new Date()
): ReturnType<typeof concerns.correct> =>
	concerns.correct(db, staff, reference, form, at, (tx, corrected) =>
		follow(tx, staff, corrected, form.why, at)
	);

async function follow(
	tx: Tx,
	staff: Staff,
	{ concern, wrongId, rightId }: concerns.Corrected,
	why: string,
	at: Date
): Promise<void> {
	const told = await casesOf(tx, concern.id);
	for (const { id: caseId, pupilId } of told)
		if (pupilId === wrongId)
			await chronicle(tx, {
				...{ caseId, kind: 'correction', about: concern.reference, staffId: staff.id, at },
				says: `Concern ${concern.reference} was about another child, and is told in their case.`
			});
	if (told.length === 0 || !rightId || told.some(({ pupilId }) => pupilId === rightId)) return;
	const child = { id: rightId, givenName: '', familyName: '', form: '', part: null };
	const present = await caseOf(tx, rightId);
	const joined = await joinIn(tx, staff, concern, { child, present, why }, at);
	if ((await openActionsIn(tx, joined.id)) > 0) return;
	const does = `Decide what comes next: concern ${concern.reference} is about this child`;
	const action = { id: randomUUID(), caseId: joined.id, does, ownerId: staff.id };
	await set(tx, staff, { ...action, by: dayToDecide(at) }, at);
}
