import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { daysAfter, today } from '../days.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused, isTheirs } from './allowing.ts';
import { classById, classesIn, labelsBefore } from './classes.ts';
import { coverageOf, nextLessons, titleOf, type Covered, type Given } from './covering.ts';
import { givenTo } from './given.ts';
import { mayChange, planById, recordOfPlan } from './planning.ts';
import {
	lessonPlans,
	lessonPlansOff,
	lessonsGiven,
	lessonsTakenBack,
	taughtClasses
} from './schema.ts';
import { lessonOf, type Scheme, type Teachable } from './scheme.ts';
import { sequencesIn, type Sequence } from './sequences.ts';
import { additionsTo, settingsOf, type Addition } from './settings.ts';
import { mondayOf, schoolYearOf } from './years.ts';

type Db = Database<'organisation'>;
type Reading = Pick<Db | Tx, 'select'>;

const act = 'teach a class';

/** A plan as a line of a list. */
export type Planned = {
	id: string;
	classId: string;
	class: Class;
	lesson: { id: string; title: string; level: number | undefined };
	path: (typeof lessonPlans.$inferSelect)['path'];
	day: string;
	teacher: string;
	mine: boolean;
	/** The record that it came to, where one stands. */
	givenId: string | null;
};

const planColumns = {
	...{ plan: lessonPlans, year: taughtClasses.year, label: taughtClasses.label },
	...{ teacher: accounts.staff.name, givenId: lessonsGiven.id, back: lessonsTakenBack.givenId }
};

const planRows = (db: Reading) =>
	db
		.select(planColumns)
		.from(lessonPlans)
		.innerJoin(taughtClasses, eq(taughtClasses.id, lessonPlans.classId))
		.innerJoin(accounts.staff, eq(accounts.staff.id, lessonPlans.plannedBy))
		.leftJoin(lessonPlansOff, eq(lessonPlansOff.planId, lessonPlans.id))
		.leftJoin(lessonsGiven, eq(lessonsGiven.planId, lessonPlans.id))
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id));

type PlanRow = Awaited<ReturnType<typeof planRows>>[number];

const asPlanned =
	(scheme: Scheme, staff: Staff) =>
	({ plan, year, label, teacher, givenId, back }: PlanRow): Planned => ({
		...{ id: plan.id, classId: plan.classId, class: { year, label } },
		...{ path: plan.path, day: plan.day, teacher, mine: plan.plannedBy === staff.id },
		lesson: {
			id: plan.lessonId,
			title: titleOf(scheme, plan.lessonId),
			level: lessonOf(scheme, plan.lessonId)?.level
		},
		givenId: back ? null : givenId
	});

/** Each plan once: one whose record was taken back and made again has two rows. */
function eachOnce(plans: Planned[]): Planned[] {
	const byId = Map.groupBy(plans, ({ id }) => id);
	return [...byId.values()].flatMap((same) => same.find(({ givenId }) => givenId) ?? same[0] ?? []);
}

/** What of teaching lies on somebody’s desk. No child is named in it: looking is no reading. */
export type Desk = {
	/** Their own lessons that were to be given until today and are not recorded yet. */
	waiting: Planned[];
	/** What everybody teaches this week and next, in the order of the days. */
	thisWeek: Planned[];
	nextWeek: Planned[];
	/** The first day of next week. */
	from: string;
	classes: (Class & { id: string })[];
	/** What they recorded last. */
	given: { id: string; class: Class; lesson: { id: string; title: string }; day: string }[];
};

const atOnce = 5;

/** Everything that `/desk/teaching` shows. */
export async function atDesk(
	db: Db,
	staff: Staff,
	scheme: Scheme,
	at = new Date()
): Promise<Desk | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const now = today(at);
	const monday = mondayOf(now);
	const from = daysAfter(monday, 7);
	const isStanding = isNull(lessonPlansOff.planId);
	const asLine = asPlanned(scheme, staff);
	const weeks = await planRows(db)
		.where(and(isStanding, gte(lessonPlans.day, monday), lte(lessonPlans.day, daysAfter(from, 6))))
		.orderBy(asc(lessonPlans.day), asc(taughtClasses.year), asc(taughtClasses.label));
	const own = await planRows(db)
		.where(and(isStanding, eq(lessonPlans.plannedBy, staff.id), lte(lessonPlans.day, now)))
		.orderBy(asc(lessonPlans.day));
	const planned = eachOnce(weeks.map(asLine));
	return {
		waiting: eachOnce(own.map(asLine)).filter(({ givenId }) => !givenId),
		thisWeek: planned.filter(({ day }) => day < from),
		nextWeek: planned.filter(({ day }) => day >= from),
		from,
		classes: await classesIn(db, schoolYearOf(now)),
		given: await newestOf(db, staff, scheme)
	};
}

async function newestOf(db: Db, staff: Staff, scheme: Scheme): Promise<Desk['given']> {
	const rows = await db
		.select({ given: lessonsGiven, year: taughtClasses.year, label: taughtClasses.label })
		.from(lessonsGiven)
		.innerJoin(taughtClasses, eq(taughtClasses.id, lessonsGiven.classId))
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(and(eq(lessonsGiven.recordedBy, staff.id), isNull(lessonsTakenBack.givenId)))
		.orderBy(desc(lessonsGiven.number))
		.limit(atOnce);
	return rows.map(({ given, year, label }) => ({
		...{ id: given.id, class: { year, label }, day: given.day },
		lesson: { id: given.lessonId, title: titleOf(scheme, given.lessonId) }
	}));
}

/** What a form that names a class and a lesson offers: the labels of before, and how this school teaches. */
export type Offered = {
	labels: string[];
	apart: boolean;
	additions: Addition[];
	/** The class that the form was opened for. */
	of: Class | undefined;
};

/** What a form offers that is opened for a class of this school, or for any. */
export async function offered(
	db: Db,
	staff: Staff,
	classId: string | null,
	at = new Date()
): Promise<Offered | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const { apart } = await settingsOf(db);
	return {
		...{ labels: await labelsBefore(db), apart, additions: await additionsTo(db) },
		of: classId === null ? undefined : await classById(db, classId)
	};
}

const nameOf = async (db: Reading, staffId: string): Promise<string> => {
	const [found] = await db
		.select({ name: accounts.staff.name })
		.from(accounts.staff)
		.where(eq(accounts.staff.id, staffId));
	return found?.name ?? '';
};

async function notShown(db: Db, staff: Staff, object: string, id: string, at: Date) {
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

/** A class as a page of its own: what it was given, what it is to be given, what is missing, and what it was asked. */
export type ClassRead = Class & {
	id: string;
	schoolYear: number;
	given: { id: string; day: string; lesson: { id: string; title: string }; inPart: boolean }[];
	planned: Planned[];
	covered: Covered[];
	next: { id: string; title: string }[];
	sequences: (Sequence & { mayTakeBack: boolean })[];
};

/** One class of this school. */
export async function readClass(
	db: Db,
	staff: Staff,
	scheme: Scheme,
	id: string,
	at = new Date()
): Promise<ClassRead | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const found = await classById(db, id);
	if (!found) return notShown(db, staff, 'class', id, at);
	const rows = await givenTo(db, id);
	const given = rows.map(({ given: one, schoolYear }): Given => ({
		...{ classId: id, schoolYear, lessonId: one.lessonId, codes: one.codes.split(' ') },
		inPart: one.path === 'short' || one.cut !== ''
	}));
	const cohort = new Map([[found.schoolYear, [id]]]);
	const { yearsOf } = await settingsOf(db);
	const plans = await planRows(db)
		.where(and(eq(lessonPlans.classId, id), isNull(lessonPlansOff.planId)))
		.orderBy(asc(lessonPlans.day));
	return {
		...{ id, year: found.year, label: found.label, schoolYear: found.schoolYear },
		given: rows.map(({ given: one }, index) => ({
			...{ id: one.id, day: one.day, inPart: given[index]?.inPart ?? false },
			lesson: { id: one.lessonId, title: titleOf(scheme, one.lessonId) }
		})),
		planned: eachOnce(plans.map(asPlanned(scheme, staff))).filter(({ givenId }) => !givenId),
		covered: coverageOf(scheme, found.year, cohort, given),
		next: nextLessons(scheme, found.year, yearsOf, cohort, given).map(({ id: lesson, title }) => ({
			...{ id: lesson, title }
		})),
		sequences: (await sequencesIn(db, { classId: id })).map((one) => ({
			...one,
			mayTakeBack: mayChange(staff, (one.after ?? one.before).askedBy)
		}))
	};
}
