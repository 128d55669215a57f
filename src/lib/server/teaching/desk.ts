import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import { daysAfter, today } from '../days.ts';
import type { Database } from '../db/index.ts';
import { isRefused } from './allowing.ts';
import { classById, classesIn, labelsBefore } from './classes.ts';
import { titleOf } from './covering.ts';
import { asPlanned, eachOnce, planRows, type Planned } from './listing.ts';
import {
	lessonPlans,
	lessonPlansOff,
	lessonsGiven,
	lessonsTakenBack,
	taughtClasses
} from './schema.ts';
import type { Scheme } from './scheme.ts';
import { additionsTo, settingsOf, type Addition } from './settings.ts';
import { mondayOf, schoolYearOf } from './years.ts';

type Db = Database<'organisation'>;

const act = 'teach a class';

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
