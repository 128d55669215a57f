import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { may, needsStepUp, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { tell } from '../notices/index.ts';
import { openTo } from './considering.ts';
import type { Find, Known } from './finding.ts';
import { brokenGlass } from './schema.ts';
import { namedOn, standingOn } from './standing.ts';

// An hour: long enough to read a long case and act on it, and over before the next day (decision 17).
const openFor = 60 * 60_000;

export const breaking = v.object({
	reference: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.toUpperCase(),
		v.nonEmpty('Write the reference, such as C-4K7M-2QHD')
	),
	why: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Say why you must open it now'),
		v.maxLength(20_000, 'Keep this under 20,000 letters')
	)
});

export type Broken =
	/** `told`: who has been told, by their ids among the staff. */
	| { outcome: 'broken'; record: Known; told: string[] }
	| { outcome: 'open already'; record: Known }
	| { outcome: 'no such record' | 'not found' | 'step up' };

/**
 * Opens one restricted record to somebody who is not named on it, for an hour, to read and not to change.
 * In the same transaction everybody who is named, and every lead, is told.
 *
 * What is not there and what is not restricted are one answer. A doubled click breaks it once.
 */
export async function breakGlass(
	db: Database<'organisation'>,
	staff: Staff,
	find: Find,
	{ reference, why }: v.InferOutput<typeof breaking>,
	leads: readonly string[],
	at = new Date()
): Promise<Broken> {
	if (!may(staff, 'break the glass')) {
		await recordRefusal(db, staff, 'break the glass', at);
		return { outcome: 'not found' };
	}
	if (needsStepUp(staff, 'break the glass', at)) return { outcome: 'step up' };
	return write(db, async (tx) => {
		const found = await find(tx, reference);
		const standing = found && (await standingOn(tx, found));
		if (!found || !standing) {
			await recordNotShown(tx, staff, 'restricted record', reference, at);
			return { outcome: 'no such record' };
		}
		const named = await namedOn(tx, standing.id);
		const isOpen = named.includes(staff.id) || (await openTo(tx, staff.id, standing.id, at));
		if (isOpen) return { outcome: 'open already', record: found };

		const until = new Date(at.getTime() + openFor);
		await tx.insert(brokenGlass).values({
			id: randomUUID(),
			restrictionId: standing.id,
			staffId: staff.id,
			why,
			brokenAt: at,
			until
		});
		const entry = { did: 'broke the glass of', object: found.object, id: found.reference };
		await record(tx, staff, entry, at);
		return {
			outcome: 'broken',
			record: found,
			told: await tellAll(tx, staff, found, named, leads, at)
		};
	});
}

const opened = 'Somebody who is not named on it opened a record that only a few may open.';

/** A lead who is not named is told that it happened, and not of which record: they may not know of it. */
async function tellAll(
	tx: Tx,
	staff: Staff,
	{ reference }: Known,
	named: string[],
	leads: readonly string[],
	at: Date
): Promise<string[]> {
	const others = leads.filter((id) => id !== staff.id && !named.includes(id));
	await tell(tx, named, { says: opened, about: reference }, at);
	await tell(tx, others, { says: opened }, at);
	return [...named, ...others];
}
