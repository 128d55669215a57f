import { eq } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused, isTheirs } from './allowing.ts';
import { classById } from './classes.ts';
import { titleOf } from './covering.ts';
import type { Planned } from './listing.ts';
import { mayChange, planById, recordOfPlan } from './planning.ts';
import { lessonsGiven, lessonsTakenBack } from './schema.ts';
import { lessonOf, type Scheme, type Teachable } from './scheme.ts';
import { additionsTo, type Addition } from './settings.ts';

type Db = Database<'organisation'>;

const act = 'teach a class';

const nameOf = async (db: Pick<Db, 'select'>, staffId: string): Promise<string> => {
	const [found] = await db
		.select({ name: accounts.staff.name })
		.from(accounts.staff)
		.where(eq(accounts.staff.id, staffId));
	return found?.name ?? '';
};

/** Writes down that one was asked for that is not there. */
export async function notShown(db: Db, staff: Staff, object: string, id: string, at: Date) {
	await write(db, (tx) => ledger.recordNotShown(tx, staff, object, id, at));
	return 'not found' as const;
}

/** A plan as a page of its own. */
export type PlanRead = {
	id: string;
	classId: string;
	class: Class;
	lesson: Teachable | undefined;
	lessonId: string;
	path: Planned['path'];
	day: string;
	teacher: string;
	off: Date | null;
	givenId: string | undefined;
	mayCallOff: boolean;
	additions: Addition[];
};

/** One plan of this school. */
export async function readPlan(
	db: Db,
	staff: Staff,
	scheme: Scheme,
	id: string,
	at = new Date()
): Promise<PlanRead | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const found = await planById(db, id);
	const taught = found && (await classById(db, found.classId));
	if (!taught) return notShown(db, staff, 'plan', id, at);
	const { lessonId, path, day, plannedBy, off } = found;
	return {
		...{ id, lessonId, path, day, off, classId: taught.id, class: taught },
		lesson: lessonOf(scheme, lessonId),
		teacher: await nameOf(db, plannedBy),
		givenId: await recordOfPlan(db, id),
		mayCallOff: mayChange(staff, plannedBy),
		additions: await additionsTo(db, lessonId)
	};
}

/** A record as a page of its own. The note is there for whoever wrote it, and for whoever leads. */
export type RecordRead = Omit<typeof lessonsGiven.$inferSelect, 'note' | 'codes' | 'cut'> & {
	class: Class;
	title: string;
	cut: string[];
	codes: string[];
	note: string | undefined;
	teacher: string;
	back: { why: string; by: string; at: Date } | undefined;
	mayTakeBack: boolean;
};

/** One record of this school. */
export async function readRecord(
	db: Db,
	staff: Staff,
	scheme: Scheme,
	id: string,
	at = new Date()
): Promise<RecordRead | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const [found] = await db
		.select({ given: lessonsGiven, back: lessonsTakenBack })
		.from(lessonsGiven)
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(eq(lessonsGiven.id, id));
	const taught = found && (await classById(db, found.given.classId));
	if (!taught) return notShown(db, staff, 'record of a lesson', id, at);
	const { given, back } = found;
	const mayRead = given.recordedBy === staff.id || isTheirs(staff, 'read how a lesson went');
	return {
		...given,
		...{ class: taught, title: titleOf(scheme, given.lessonId) },
		cut: given.cut.split('\n').filter(Boolean),
		codes: given.codes.split(' '),
		note: mayRead ? given.note : undefined,
		teacher: await nameOf(db, given.recordedBy),
		back: back ? { why: back.why, by: await nameOf(db, back.by), at: back.at } : undefined,
		mayTakeBack: !back && mayChange(staff, given.recordedBy)
	};
}
