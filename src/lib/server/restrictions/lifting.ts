import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Kind } from './finding.ts';
import { upon, type Refusal } from './guarding.ts';
import { restrictionLifts } from './schema.ts';
import { standingOn } from './standing.ts';

export const lifting = v.object({
	why: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Say why it need not be restricted any more'),
		v.maxLength(20_000, 'Keep this under 20,000 letters')
	)
});

/**
 * Ends the restriction of one record, and says why. What it stands on stays restricted until that is
 * lifted too. Lifting what is not restricted is an answer.
 */
export async function lift(
	db: Database<'organisation'>,
	staff: Staff,
	kind: Kind,
	reference: string,
	{ why }: v.InferOutput<typeof lifting>,
	at = new Date()
): Promise<'lifted' | 'not restricted' | Refusal> {
	return upon(db, staff, kind, reference, at, async (tx, record) => {
		const standing = await standingOn(tx, record);
		if (!standing) return 'not restricted';
		await tx
			.insert(restrictionLifts)
			.values({ restrictionId: standing.id, why, liftedBy: staff.id, liftedAt: at });
		const entry = { did: 'lifted the restriction of', object: kind.object, id: reference };
		await ledger.record(tx, staff, entry, at);
		return 'lifted';
	});
}
