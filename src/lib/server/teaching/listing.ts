import { eq } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { titleOf } from './covering.ts';
import {
	lessonPlans,
	lessonPlansOff,
	lessonsGiven,
	lessonsTakenBack,
	taughtClasses
} from './schema.ts';
import { lessonOf, type Scheme } from './scheme.ts';

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

/** Every plan with its class, who made it, and what it came to; called off or not. */
export const planRows = (db: Pick<Database<'organisation'> | Tx, 'select'>) =>
	db
		.select(planColumns)
		.from(lessonPlans)
		.innerJoin(taughtClasses, eq(taughtClasses.id, lessonPlans.classId))
		.innerJoin(accounts.staff, eq(accounts.staff.id, lessonPlans.plannedBy))
		.leftJoin(lessonPlansOff, eq(lessonPlansOff.planId, lessonPlans.id))
		.leftJoin(lessonsGiven, eq(lessonsGiven.planId, lessonPlans.id))
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id));

type PlanRow = Awaited<ReturnType<typeof planRows>>[number];

/** A row as somebody sees it. */
export const asPlanned =
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
export function eachOnce(plans: Planned[]): Planned[] {
	const byId = Map.groupBy(plans, ({ id }) => id);
	return [...byId.values()].flatMap((same) => same.find(({ givenId }) => givenId) ?? same[0] ?? []);
}
