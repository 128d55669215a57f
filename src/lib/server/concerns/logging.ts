import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { allows, may, type Staff } from '../access/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as pupils from '../pupils/index.ts';
import { place, present, shownOn, tellNamed } from '../restrictions/index.ts';
import { factsOf } from './access.ts';
import type { Noticed } from './noticing.ts';
import { concernPupils, concerns } from './schema.ts';

/** A concern that was written down. `seenBy`: the only people who may open it, when it is restricted. */
export type Logged = { reference: string; seenBy?: string[] };

/**
 * Writes down a concern and gives its reference at once.
 *
 * The same form sent again, by a doubled click or a lost connection, is the same concern and gets the
 * same reference. A pupil who is not there, or not theirs to find, is one answer.
 *
 * One about an adult of the school is restricted at once to its author and `few`, the ids of the head, or
 * of whoever stands in; `seenBy` then names them all.
 */
export async function log(
	db: Database<'organisation'>,
	staff: Staff,
	noticed: Noticed,
	at = new Date(),
	few: readonly string[] = []
): Promise<Logged | 'no such pupil'> {
	if (!may(staff, 'log a concern')) {
		await recordRefusal(db, staff, 'log a concern', at);
		return 'no such pupil';
	}
	const pupil = await pupils.byId(db, staff, noticed.pupil);
	if (!pupil) {
		await write(db, (tx) => recordNotShown(tx, staff, 'pupil', noticed.pupil, at));
		return 'no such pupil';
	}

	return write(db, async (tx) => {
		const [before] = await tx
			.select({ id: concerns.id, reference: concerns.reference })
			.from(concerns)
			.where(and(eq(concerns.formKey, noticed.key), eq(concerns.loggedBy, staff.id)));
		if (before) return answer(tx, staff, before, at);

		const id = randomUUID();
		const reference = newReference('C');
		await tx.insert(concerns).values({ id, ...rowOf(staff, noticed), reference, loggedAt: at });
		await tx.insert(concernPupils).values({ concernId: id, pupilId: pupil.id });
		await record(tx, staff, { did: 'logged', object: 'concern', id: reference }, at);
		if (noticed.aboutStaff === 'yes') {
			const kept = { object: 'concern', id, reference } as const;
			const others = await present(tx, few);
			await place(tx, staff, kept, 'about a member of staff', others, at);
			await tellNamed(tx, staff, others, kept, at);
		}
		return answer(tx, staff, { id, reference }, at);
	});
}

const rowOf = (staff: Staff, noticed: Noticed) => ({
	noticedOn: noticed.noticedOn,
	noticedTime: noticed.noticedTime || null,
	place: noticed.place,
	seenOrHeard: noticed.seenOrHeard,
	childsWords: noticed.childsWords,
	doneAlready: noticed.doneAlready,
	urgency: noticed.urgency,
	loggedBy: staff.id,
	formKey: noticed.key
});

async function answer(
	tx: Tx,
	staff: Staff,
	{ id, reference }: { id: string; reference: string },
	at: Date
): Promise<Logged> {
	// The same form sent later: its author may have been left off since, and is told no more than anybody.
	const facts = await factsOf(tx, { id, loggedById: staff.id }, at);
	if (!allows(staff, 'read a concern', facts)) return { reference };
	const restriction = await shownOn(tx, { object: 'concern', id }, staff, at);
	return restriction
		? { reference, seenBy: restriction.named.map(({ name }) => name) }
		: { reference };
}
