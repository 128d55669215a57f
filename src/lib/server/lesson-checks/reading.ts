import { asc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { lessonChecks, lessonCheckWithdrawals } from './schema.ts';
import {
	presentable,
	standingOf,
	type Check,
	type Checkable,
	type Presentable,
	type Standing
} from './standing.ts';

type Db = Pick<Database<'organisation'> | Tx, 'select'>;
type Act = 'see checks of lessons' | 'check a lesson';

/** Whether this is not theirs, which is then written down: only a school has lessons to check. */
export async function isRefused(
	db: Database<'organisation'>,
	staff: Staff,
	act: Act,
	at: Date
): Promise<boolean> {
	if (may(staff, act) && staff.organisation.kind === 'school') return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}

async function checksWhere(db: Db, which?: SQL): Promise<Check[]> {
	const rows = await db
		.select({
			check: getTableColumns(lessonChecks),
			withdrawn: getTableColumns(lessonCheckWithdrawals)
		})
		.from(lessonChecks)
		.leftJoin(lessonCheckWithdrawals, eq(lessonCheckWithdrawals.checkId, lessonChecks.id))
		.where(which)
		.orderBy(asc(lessonChecks.number));
	return rows.map(({ check, withdrawn }) => ({ ...check, withdrawn: withdrawn ?? undefined }));
}

/** Every check of a lesson that this school made, the oldest first. */
export const checksOf = (db: Db, lessonId: string): Promise<Check[]> =>
	checksWhere(db, eq(lessonChecks.lessonId, lessonId));

/** Whether a lesson may be presented to a class of this school: for whoever opens a live lesson. */
export const mayBePresented = async (db: Db, lesson: Checkable): Promise<Presentable> =>
	presentable(lesson, standingOf(lesson, await checksOf(db, lesson.id)));

/** How a lesson stands at this school. */
export type Stands = { standing: Standing; presentable: Presentable };

/** How each lesson stands at one’s own school, in the order given. No child is named: the listing is no reading. */
export async function list<Lesson extends Checkable>(
	db: Database<'organisation'>,
	staff: Staff,
	lessons: readonly Lesson[],
	at = new Date()
): Promise<(Lesson & Stands)[] | 'not found'> {
	if (await isRefused(db, staff, 'see checks of lessons', at)) return 'not found';
	const byLesson = Map.groupBy(await checksWhere(db), ({ lessonId }) => lessonId);
	return lessons.map((lesson) => {
		const standing = standingOf(lesson, byLesson.get(lesson.id) ?? []);
		return { ...lesson, standing, presentable: presentable(lesson, standing) };
	});
}

/** A check as it is shown: of which words it was, who wrote it down, and who took it back. */
export type Told = Check & { isOfTheseWords: boolean; recorder: string; withdrawer: string };

/** How one lesson stands at one’s own school, with every check of it, the newest first. */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	lesson: Checkable,
	at = new Date()
): Promise<(Stands & { checks: Told[]; mayCheck: boolean }) | 'not found'> {
	if (await isRefused(db, staff, 'see checks of lessons', at)) return 'not found';
	const checks = await checksOf(db, lesson.id);
	const standing = standingOf(lesson, checks);
	const adults = await db.select().from(accounts.staff);
	const nameOf = (staffId?: string) => adults.find(({ id }) => id === staffId)?.name ?? '';
	return {
		...{ standing, presentable: presentable(lesson, standing) },
		mayCheck: may(staff, 'check a lesson'),
		checks: checks.toReversed().map((check) => ({
			...check,
			isOfTheseWords: check.digest === lesson.digest,
			recorder: nameOf(check.recordedBy),
			withdrawer: nameOf(check.withdrawn?.by)
		}))
	};
}
