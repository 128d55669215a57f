import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/index.ts';
import type { Given } from './covering.ts';
import {
	lessonPlans,
	lessonPlansOff,
	lessonsGiven,
	lessonsTakenBack,
	taughtClasses
} from './schema.ts';

type Reading = Pick<Database<'organisation'> | Tx, 'select'>;

/** Every lesson that stands as given, until the end of a school year, with the year group of its class then. */
export async function givenUntil(
	db: Reading,
	schoolYear: number
): Promise<(Given & { year: number })[]> {
	const rows = await db
		.select({
			...{ classId: lessonsGiven.classId, schoolYear: taughtClasses.schoolYear },
			...{ year: taughtClasses.year, lessonId: lessonsGiven.lessonId },
			...{ codes: lessonsGiven.codes, path: lessonsGiven.path, cut: lessonsGiven.cut }
		})
		.from(lessonsGiven)
		.innerJoin(taughtClasses, eq(taughtClasses.id, lessonsGiven.classId))
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(and(isNull(lessonsTakenBack.givenId), lte(taughtClasses.schoolYear, schoolYear)));
	return rows.map(({ codes, path, cut, ...rest }) => ({
		...rest,
		codes: codes.split(' '),
		inPart: path === 'short' || cut !== ''
	}));
}

/** The classes that a lesson was given to or is planned with, until the end of a school year. */
export const classesMet = (db: Reading, schoolYear: number) =>
	db
		.select({
			...{ id: taughtClasses.id, schoolYear: taughtClasses.schoolYear },
			...{ year: taughtClasses.year, label: taughtClasses.label }
		})
		.from(taughtClasses)
		.where(
			and(
				lte(taughtClasses.schoolYear, schoolYear),
				sql`(exists (select 1 from ${lessonsGiven} left join ${lessonsTakenBack}
					on ${lessonsTakenBack.givenId} = ${lessonsGiven.id}
					where ${lessonsGiven.classId} = ${taughtClasses.id} and ${lessonsTakenBack.givenId} is null)
				or exists (select 1 from ${lessonPlans} left join ${lessonPlansOff}
					on ${lessonPlansOff.planId} = ${lessonPlans.id}
					where ${lessonPlans.classId} = ${taughtClasses.id} and ${lessonPlansOff.planId} is null))`
			)
		)
		.orderBy(asc(taughtClasses.year), asc(taughtClasses.label));

/** The lessons that one class was given, the newest first. */
export const givenTo = (db: Reading, classId: string) =>
	db
		.select({ given: lessonsGiven, schoolYear: taughtClasses.schoolYear })
		.from(lessonsGiven)
		.innerJoin(taughtClasses, eq(taughtClasses.id, lessonsGiven.classId))
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(and(eq(lessonsGiven.classId, classId), isNull(lessonsTakenBack.givenId)))
		.orderBy(desc(lessonsGiven.day), desc(lessonsGiven.number));
