import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { isReference } from '#lib/references.ts';
import { may, needsStepUp, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { openTo } from './considering.ts';
import type { Find, Known } from './finding.ts';
import { brokenGlass } from './schema.ts';
import { namedOn, standingOn } from './standing.ts';
import { tellOfGlass } from './telling.ts';

// An hour: long enough to read a long case and act on it, and over before the next day (decision 17).
const openFor = 60 * 60_000;

export const breaking = v.object({
	reference: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.toUpperCase(),
		v.nonEmpty('Write the reference, such as C-4K7M-2QHD'),
		v.check(
			(typed) => typed === '' || isReference(typed),
			'That is not a reference: one is written like C-4K7M-2QHD'
		)
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
 * In the same transaction everybody who is named, and every lead, is told. With a case open the concerns
 * it stands on that the very same people keep; what others keep stays shut.
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

		await open(tx, staff, standing.id, found, why, at);
		for (const inside of found.within) {
			const theirs = await standingOn(tx, inside);
			if (theirs && sameOf(named, await namedOn(tx, theirs.id)))
				await open(tx, staff, theirs.id, inside, why, at);
		}
		const told = await tellOfGlass(tx, staff, found, named, leads, at);
		return { outcome: 'broken', record: found, told };
	});
}

const sameOf = (some: string[], others: string[]): boolean =>
	some.length === others.length && some.every((id) => others.includes(id));

async function open(
	tx: Tx,
	staff: Staff,
	restrictionId: string,
	{ object, reference }: Known,
	why: string,
	at: Date
): Promise<void> {
	const until = new Date(at.getTime() + openFor);
	const broken = { id: randomUUID(), restrictionId, staffId: staff.id, why, brokenAt: at, until };
	await tx.insert(brokenGlass).values(broken);
	await record(tx, staff, { did: 'broke the glass of', object, id: reference }, at);
}
