import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { newReference, write, type Database } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as pupils from '../pupils/index.ts';
import type { Noticed } from './noticing.ts';
import { concernPupils, concerns } from './schema.ts';

/**
 * Writes down a concern and gives its reference at once.
 *
 * The same form sent again, by a doubled click or a lost connection, is the same concern and gets the
 * same reference. A pupil who is not there, or not theirs to find, is one answer.
 */
export async function log(
	db: Database<'organisation'>,
	staff: Staff,
	noticed: Noticed,
	at = new Date()
): Promise<{ reference: string } | 'no such pupil'> {
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
			.select({ reference: concerns.reference })
			.from(concerns)
			.where(and(eq(concerns.formKey, noticed.key), eq(concerns.loggedBy, staff.id)));
		if (before) return before;

		const id = randomUUID();
		const reference = newReference('C');
		await tx.insert(concerns).values({
			id,
			reference,
			noticedOn: noticed.noticedOn,
			noticedTime: noticed.noticedTime || null,
			place: noticed.place,
			seenOrHeard: noticed.seenOrHeard,
			childsWords: noticed.childsWords,
			doneAlready: noticed.doneAlready,
			urgency: noticed.urgency,
			loggedBy: staff.id,
			loggedAt: at,
			formKey: noticed.key
		});
		await tx.insert(concernPupils).values({ concernId: id, pupilId: pupil.id });
		await record(tx, staff, { did: 'logged', object: 'concern', id: reference }, at);
		return { reference };
	});
}
