import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { isRefused } from './allowing.ts';
import { classById } from './classes.ts';
import { coverageOf, nextLessons, titleOf, type Covered, type Given } from './covering.ts';
import { givenTo } from './given.ts';
import { asPlanned, eachOnce, planRows, type Planned } from './listing.ts';
import { mayChange } from './planning.ts';
import { notShown } from './reading.ts';
import { lessonPlans, lessonPlansOff } from './schema.ts';
import type { Scheme } from './scheme.ts';
import { sequencesIn, type Sequence } from './sequences.ts';
import { settingsOf } from './settings.ts';

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
	db: Database<'organisation'>,
	staff: Staff,
	scheme: Scheme,
	id: string,
	at = new Date()
): Promise<ClassRead | 'not found'> {
	if (await isRefused(db, staff, 'teach a class', at)) return 'not found';
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
