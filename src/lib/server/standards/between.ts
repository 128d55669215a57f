import { asc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '../db/index.ts';
import { usualWithin, type AgreedWith } from '../referrals/index.ts';
import { folded, type Folded } from './fold.ts';
import { standards, standardTurns } from './schema.ts';

type Db = Pick<Database<'organisation'> | Tx, 'select'>;

export type Standard = typeof standards.$inferSelect;
export type Turn = typeof standardTurns.$inferSelect;

/** Every proposal between this organisation and a partner, with its answers and what stands. */
export async function allBetween(
	tx: Db,
	partnerId: string
): Promise<Folded & { proposals: Standard[]; turns: Turn[]; stands: Standard | undefined }> {
	const proposals = await tx
		.select()
		.from(standards)
		.where(eq(standards.partnerId, partnerId))
		.orderBy(asc(standards.at), asc(standards.id));
	const ids = proposals.map(({ id }) => id);
	const turns = await tx
		.select()
		.from(standardTurns)
		.where(inArray(standardTurns.standardId, ids))
		.orderBy(asc(standardTurns.at), asc(standardTurns.id));
	const fold = folded(ids, turns);
	return { ...fold, proposals, turns, stands: proposals.find(({ id }) => id === fold.standsId) };
}

/** Within how many working days each thing is done. */
export type Agreed = Pick<Standard, 'opensWithin' | 'decidesWithin' | 'beginsWithin'>;

/** What stands between this organisation and a partner, on either side; `undefined` when nothing does. */
export async function between(tx: Db, partnerId: string): Promise<Agreed | undefined> {
	const { stands } = await allBetween(tx, partnerId);
	if (!stands) return undefined;
	const { opensWithin, decidesWithin, beginsWithin } = stands;
	return { opensWithin, decidesWithin, beginsWithin };
}

/** The same for the days by when a step of a referral is due: what is usual, where nothing was agreed. */
export const agreedWith: AgreedWith = async (tx, partnerId) => {
	const agreed = await between(tx, partnerId);
	return agreed ? { opens: agreed.opensWithin, decides: agreed.decidesWithin } : usualWithin;
};
