import { eq } from 'drizzle-orm';
import { allows, isFresh, type Act, type Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { readersOf, recordAll, recordNotShown, type Reader } from '../ledger/index.ts';
import { seeAbout } from '../notices/index.ts';
import { pupils, siblings, type Found } from '../pupils/index.ts';
import { shownOn, type Restriction } from '../restrictions/index.ts';
import { factsOf } from './access.ts';
import { actionsOf, type Action } from './acting.ts';
import { concernsIn, entriesOf, type Entry } from './entries.ts';
import { cases } from './schema.ts';
import { closedAs, type Closed } from './standing.ts';

export type Case = {
	id: string;
	reference: string;
	openedAt: Date;
	pupil: Found;
	siblings: Found[];
	chronology: Entry[];
	readers: Reader[];
	/** Whether only a named few may know of it. */
	restricted: boolean;
	restriction: Restriction | null;
	/** How it was closed; `null` while it is open. */
	closed: Closed | null;
	/** What is still to be done, the soonest first. */
	actions: Action[];
	/** Whether this person may add to it and refer from it. */
	mayAdd: boolean;
	mayRestrict: boolean;
};

/** A case's child, as much as tells them from another of the same name. */
export const pupil = {
	id: pupils.id,
	givenName: pupils.givenName,
	familyName: pupils.familyName,
	year: pupils.year,
	form: pupils.form,
	bornOn: pupils.bornOn,
	leftOn: pupils.leftOn
};

/**
 * A case with its chronology, newest first, for somebody who may see it. The reading is written down,
 * of the case and of every concern that is told in it.
 */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date(),
	act: Act = 'read a case'
): Promise<Case | StepUp | undefined> {
	return write(db, async (tx) => {
		const found = await look(tx, staff, act, reference, at);
		if (!found) {
			await recordNotShown(tx, staff, 'case', reference, at);
			return undefined;
		}
		if (found === 'step up') return found;
		const chronology = await entriesOf(tx, staff, found.id, at);
		await seeAbout(tx, staff, reference, at);
		const reading = { did: 'read', object: 'case', id: reference };
		await recordAll(tx, staff, [...concernsIn(chronology), reading], at);
		const facts = await factsOf(tx, found.id, at);
		return {
			...found,
			restriction: await shownOn(tx, { object: 'case', id: found.id }, staff, at),
			mayAdd: allows(staff, 'add to a case', facts),
			mayRestrict: allows(staff, 'restrict a record', facts),
			closed: await closedAs(tx, found.id),
			actions: await actionsOf(tx, found.id),
			siblings: await siblings(tx, found.pupil.id),
			chronology,
			readers: await readersOf(tx, 'case', reference)
		};
	});
}

/**
 * A case without its chronology, inside the caller's transaction, for somebody who may do this act to it.
 * Of a restricted one, also for those who are named, only within ten minutes of a step-up.
 */
export async function look(tx: Tx, staff: Staff, act: Act, reference: string, at: Date) {
	const found = await one(tx, reference);
	if (!found) return undefined;
	const facts = await factsOf(tx, found.id, at);
	if (!allows(staff, act, facts)) return undefined;
	if (facts.restriction && !isFresh(staff, at)) return 'step up';
	return { ...found, restricted: facts.restriction !== null };
}

async function one(tx: Tx, reference: string) {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference, openedAt: cases.openedAt, pupil })
		.from(cases)
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(eq(cases.reference, reference));
	return found;
}
