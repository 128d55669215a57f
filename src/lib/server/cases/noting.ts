import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import type * as concerns from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { chronicle } from './chronicling.ts';
import { look } from './reading.ts';

/** The kinds a person writes by hand; the others are written by the acts that they tell of. */
export const written = [
	'child’s voice',
	'contact',
	'meeting',
	'action',
	'decision',
	'fact'
] as const;

export const noting = v.object({
	kind: v.pipe(v.optional(v.string(), ''), v.picklist(written, 'Choose what kind of entry it is')),
	says: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Write what happened'),
		v.maxLength(20_000, 'Keep this under 20,000 letters')
	)
});

/** Adds an entry to a case by hand. It stays as it was written. */
export async function note(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ kind, says }: v.InferOutput<typeof noting>,
	at = new Date()
): Promise<'added' | 'not found' | concerns.StepUp> {
	if (!may(staff, 'add to a case')) {
		await recordRefusal(db, staff, 'add to a case', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await look(tx, staff, 'add to a case', reference, at);
		if (!found) {
			await recordNotShown(tx, staff, 'case', reference, at);
			return 'not found';
		}
		if (found === 'step up') return found;
		await chronicle(tx, { caseId: found.id, kind, says, staffId: staff.id, at });
		await record(tx, staff, { did: `added: ${kind}`, object: 'case', id: reference }, at);
		return 'added';
	});
}
