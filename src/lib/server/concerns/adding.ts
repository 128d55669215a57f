import * as v from 'valibot';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { key, narrative } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { look, type StepUp } from './reading.ts';
import { concernAdditions, triages } from './schema.ts';
import { tellOf } from './telling.ts';

export const adding = v.object({ key, says: narrative('Write what you want to add') });

/**
 * Adds to a concern. What was written before stays as it is, and what is added stays as well. Whoever decided
 * on it is told.
 */
export async function add(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ key: id, says }: v.InferOutput<typeof adding>,
	at = new Date()
): Promise<'added' | 'not found' | StepUp> {
	if (!may(staff, 'add to a concern')) {
		await recordRefusal(db, staff, 'add to a concern', at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await look(tx, staff, 'add to a concern', reference, at);
		if (!found) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return 'not found';
		}
		if (found === 'step up') return found;
		const [before] = await tx
			.select()
			.from(concernAdditions)
			.where(and(eq(concernAdditions.id, id), eq(concernAdditions.concernId, found.id)));
		if (before) return 'added';
		const addition = { id, concernId: found.id, says, addedBy: staff.id, addedAt: at };
		await tx.insert(concernAdditions).values(addition);
		await record(tx, staff, { did: 'added', object: 'concern', id: reference }, at);
		const decided = await tx
			.select({ id: triages.decidedBy })
			.from(triages)
			.where(eq(triages.concernId, found.id));
		const whoDecided = decided.map(({ id }) => id);
		await tellOf(tx, staff, found, whoDecided, 'Something was added to a concern.', at);
		return 'added';
	});
}
