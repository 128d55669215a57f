import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Kind } from './finding.ts';
import { upon, type Refusal } from './guarding.ts';
import { name, present } from './placing.ts';
import { namedOn, standingOn } from './standing.ts';
import { tellNamed } from './telling.ts';

export const naming = v.object({
	name: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose who may open it too'))
});

/**
 * Names one more person, from among `mayBeNamed`, on a restricted record. Only somebody who is named
 * themselves can. Naming the same person twice is an answer.
 */
export async function addName(
	db: Database<'organisation'>,
	staff: Staff,
	kind: Kind,
	reference: string,
	{ name: staffId }: v.InferOutput<typeof naming>,
	mayBeNamed: readonly string[],
	at = new Date()
): Promise<'named' | 'named already' | 'not to be named' | 'not restricted' | Refusal> {
	return upon(db, staff, kind, reference, at, async (tx, record) => {
		const standing = await standingOn(tx, record);
		if (!standing) return 'not restricted';
		if ((await namedOn(tx, standing.id)).includes(staffId)) return 'named already';
		const known = await present(tx, mayBeNamed);
		if (!known.includes(staffId)) return 'not to be named';
		await name(tx, staff, standing.id, [staffId], at);
		await tellNamed(tx, staff, [staffId], record, at);
		const entry = { did: 'named somebody on', object: kind.object, id: reference };
		await ledger.record(tx, staff, entry, at);
		return 'named';
	});
}
