import { and, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Checking, Withdrawing } from './forms.ts';
import { isRefused } from './reading.ts';
import { lessonChecks, lessonCheckWithdrawals } from './schema.ts';
import type { Checkable } from './standing.ts';

const act = 'check a lesson';
const object = 'lesson';

/**
 * Records that a named person read a lesson whole, as it stands now. It is never changed; the same form sent twice
 * is one check.
 */
export async function check(
	db: Database<'organisation'>,
	staff: Staff,
	lesson: Pick<Checkable, 'id' | 'digest'>,
	{ key, digest, checkedBy, checkedAs, says }: Checking,
	at = new Date()
): Promise<'checked' | 'changed meanwhile' | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	if (digest !== lesson.digest) return 'changed meanwhile';
	return write(db, async (tx): Promise<'checked'> => {
		const [kept] = await tx
			.insert(lessonChecks)
			.values({
				...{ id: key, lessonId: lesson.id, digest, checkedBy, checkedAs, says },
				...{ recordedBy: staff.id, at }
			})
			.onConflictDoNothing()
			.returning({ id: lessonChecks.id });
		if (kept) await ledger.record(tx, staff, { did: 'checked', object, id: lesson.id }, at);
		return 'checked';
	});
}

/** Takes a check of a lesson back, with why. Both stay to be read; the first reason stays. */
export async function withdraw(
	db: Database<'organisation'>,
	staff: Staff,
	{ id: lessonId }: Pick<Checkable, 'id'>,
	{ check: checkId, why }: Withdrawing,
	at = new Date()
): Promise<'withdrawn' | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	return write(db, async (tx) => {
		const [found] = await tx
			.select({ id: lessonChecks.id })
			.from(lessonChecks)
			.where(and(eq(lessonChecks.id, checkId), eq(lessonChecks.lessonId, lessonId)));
		if (!found) {
			await ledger.recordNotShown(tx, staff, 'check of a lesson', checkId, at);
			return 'not found';
		}
		const [kept] = await tx
			.insert(lessonCheckWithdrawals)
			.values({ checkId, why, by: staff.id, at })
			.onConflictDoNothing()
			.returning({ checkId: lessonCheckWithdrawals.checkId });
		const entry = { did: 'withdrew a check', object, id: lessonId };
		if (kept) await ledger.record(tx, staff, entry, at);
		return 'withdrawn';
	});
}
