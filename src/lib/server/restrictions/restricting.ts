import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import type { Kind } from './finding.ts';
import { upon, type Refusal } from './guarding.ts';
import { place, present } from './placing.ts';
import { reasons } from './schema.ts';
import { tellNamed } from './telling.ts';

export const restricting = v.object({
	reason: v.pipe(v.optional(v.string(), ''), v.picklist(reasons, 'Choose why it is restricted')),
	/** Ids among the staff, each on a line of its own. */
	names: v.pipe(
		v.optional(v.string(), ''),
		v.transform((lines) => lines.split('\n').filter(Boolean))
	)
});

/**
 * Restricts a record to the person who does it and to those whom they name, from among `mayBeNamed`; and
 * to the same people what the record stands on, which lists would otherwise go on showing.
 *
 * Restricting what is restricted already is an answer: a doubled click is one, and those named stay so.
 */
export async function restrict(
	db: Database<'organisation'>,
	staff: Staff,
	kind: Kind,
	reference: string,
	{ reason, names }: v.InferOutput<typeof restricting>,
	mayBeNamed: readonly string[],
	at = new Date()
): Promise<'restricted' | 'restricted already' | 'not to be named' | Refusal> {
	return upon(db, staff, kind, reference, at, async (tx, record) => {
		const known = await present(tx, mayBeNamed);
		if (names.some((id) => !known.includes(id))) return 'not to be named';
		const outcome = await place(tx, staff, record, reason, names, at);
		if (outcome === 'restricted already') return outcome;
		for (const inside of await kind.within(tx, record.id))
			await place(tx, staff, inside, reason, names, at);
		await tellNamed(tx, staff, names, record, at);
		return outcome;
	});
}
