import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { decisions, triages } from './schema.ts';

export const triaging = v.object({
	decision: v.pipe(v.optional(v.string(), ''), v.picklist(decisions, 'Choose what happens now')),
	why: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('Say why, in a sentence: also when nothing more is done'),
		v.maxLength(20_000, 'Keep this under 20,000 letters')
	)
});

export type Triage = v.InferOutput<typeof triaging>;

/**
 * Writes down, in the caller's transaction, what was decided about a concern and why.
 *
 * Deciding twice is an answer, not a fault: two leads may have the same page open. The first stands.
 */
export async function decide(
	tx: Tx,
	staff: Staff,
	concern: { id: string; reference: string },
	{ decision, why }: Triage,
	at: Date
): Promise<'decided' | 'already decided'> {
	const [before] = await tx.select().from(triages).where(eq(triages.concernId, concern.id));
	if (before) return 'already decided';
	await tx
		.insert(triages)
		.values({ concernId: concern.id, decision, why, decidedBy: staff.id, decidedAt: at });
	await record(
		tx,
		staff,
		{ did: `decided: ${decision}`, object: 'concern', id: concern.reference },
		at
	);
	return 'decided';
}
