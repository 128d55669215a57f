import { and, eq, isNull } from 'drizzle-orm';
import type { Path } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { dayIn } from '../fields.ts';
import type { Problems } from '../forms.ts';
import * as ledger from '../ledger/index.ts';
import * as lessonChecks from '../lesson-checks/index.ts';
import { isRefused, isTheirs, type Place } from './allowing.ts';
import { classById, classFor, wrongClass } from './classes.ts';
import { isPath, onlyProblems, wrongPlannedDay, type Planned, type Planning } from './forms.ts';
import { lessonPlans, lessonPlansOff, lessonsGiven, lessonsTakenBack } from './schema.ts';
import { lessonOf, type Scheme, type Teachable } from './scheme.ts';
import { settingsOf, type Settings } from './settings.ts';
import { isToldOf, tellOff, tellPlanned, whoLeadsBut } from './telling.ts';
import { years } from './years.ts';

const act = 'teach a class';

/** The way that a plan says a lesson is given. `usual` leaves sex education out where there is some. */
const asGiven = (path: Planned, { ways }: Teachable): Path =>
	path === 'usual' ? (ways.without ? 'without' : 'whole') : path;

/** What is wrong with the way to give a lesson. */
export function wrongPath(path: string, lesson: Teachable | undefined): string | undefined {
	if (!isPath(path) && path !== 'usual') return 'Choose how it is given';
	if (path === 'without' && lesson && !lesson.ways.without)
		return `No part of ${lesson.id} is sex education: choose the whole lesson, or 25 minutes`;
	return undefined;
}

/** What is wrong with the lesson of a plan; `unready` when what is missing is a check that somebody here can make. */
async function wrongLesson(
	db: Database<'organisation'>,
	{ kept, yearsOf }: Settings,
	lesson: Teachable | undefined,
	year: number
): Promise<{ says?: string; unready?: string }> {
	if (!lesson) return { says: 'Choose the lesson' };
	const presentable = await lessonChecks.mayBePresented(db, lesson);
	if (!presentable.may)
		return {
			says: `${lesson.id} may not be presented to a class yet. ${presentable.why}`,
			unready: lesson.address
		};
	if (!kept) return {};
	const to = yearsOf(lesson);
	if (to.length === 0)
		return { says: `Your school’s settings say that ${lesson.id} is not taught` };
	if (!years.includes(year) || to.includes(year)) return {};
	const those = to.join(' and Year ');
	return { says: `Your school’s settings say that ${lesson.id} is taught to Year ${those}` };
}

/** A plan that was not made: what is wrong with it, and the lesson that waits for a check. */
export type NotPlanned = { problems: Problems; unready?: string };

/**
 * Plans a lesson with a class on a day; whoever plans it teaches it.
 *
 * A lesson of level 3 is told to whoever leads safeguarding, in the same transaction. The same form twice, or the
 * same lesson with the same class on the same day, is one plan.
 */
export async function plan(
	place: Place,
	staff: Staff,
	scheme: Scheme,
	form: Planning,
	at = new Date()
): Promise<{ id: string } | NotPlanned | 'not found'> {
	const { db } = place;
	if (await isRefused(db, staff, act, at)) return 'not found';
	const lesson = lessonOf(scheme, form.lesson);
	const settings = await settingsOf(db);
	const { says, unready } = await wrongLesson(db, settings, lesson, Number(form.year));
	const problems = onlyProblems({
		...(await wrongClass(db, form)),
		lesson: says,
		path: wrongPath(form.path, lesson),
		on: wrongPlannedDay(form, at)
	});
	if (Object.keys(problems).length > 0 || !lesson) return { problems, unready };
	const leads = isToldOf(lesson) ? await whoLeadsBut(place, staff) : [];
	const taught = { year: Number(form.year), label: form.label };
	const day = dayIn(form, 'on');
	const path = asGiven(form.path as Planned, lesson);
	return write(db, async (tx) => {
		const classId = await classFor(tx, staff, taught, day, at);
		const same = await standing(tx, form.key, { classId, lessonId: lesson.id, day });
		if (same) return { id: same };
		const row = { id: form.key, classId, lessonId: lesson.id, path, day, plannedBy: staff.id, at };
		await tx.insert(lessonPlans).values(row);
		await ledger.record(tx, staff, { did: 'planned', object: 'lesson', id: lesson.id }, at);
		await tellPlanned(tx, leads, staff, { class: taught, lesson, day }, at);
		return { id: form.key };
	});
}

/** A plan that says the same already: by this very form, or of that lesson with that class on that day. */
async function standing(
	tx: Tx,
	key: string,
	{ classId, lessonId, day }: { classId: string; lessonId: string; day: string }
): Promise<string | undefined> {
	const [sent] = await tx
		.select({ id: lessonPlans.id })
		.from(lessonPlans)
		.where(eq(lessonPlans.id, key));
	if (sent) return sent.id;
	const [found] = await tx
		.select({ id: lessonPlans.id })
		.from(lessonPlans)
		.leftJoin(lessonPlansOff, eq(lessonPlansOff.planId, lessonPlans.id))
		.where(
			and(
				eq(lessonPlans.classId, classId),
				eq(lessonPlans.lessonId, lessonId),
				eq(lessonPlans.day, day),
				isNull(lessonPlansOff.planId)
			)
		);
	return found?.id;
}

/** Who may change what one of the staff planned or wrote: themselves, and whoever leads. */
export const mayChange = (staff: Staff, by: string): boolean =>
	by === staff.id || isTheirs(staff, 'read how a lesson went');

/** A plan as it stands, and whether it was called off; `undefined` where there is none of that id here. */
export async function planById(db: Pick<Database<'organisation'> | Tx, 'select'>, id: string) {
	const [found] = await db
		.select({ plan: lessonPlans, off: lessonPlansOff.at })
		.from(lessonPlans)
		.leftJoin(lessonPlansOff, eq(lessonPlansOff.planId, lessonPlans.id))
		.where(eq(lessonPlans.id, id));
	return found && { ...found.plan, off: found.off };
}

/** The record that a plan came to, where one stands. */
export async function recordOfPlan(
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	planId: string
): Promise<string | undefined> {
	const [found] = await db
		.select({ id: lessonsGiven.id })
		.from(lessonsGiven)
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(and(eq(lessonsGiven.planId, planId), isNull(lessonsTakenBack.givenId)));
	return found?.id;
}

/** Calls a plan off. Whoever was told of the lesson hears that it is not given. One that was given stays. */
export async function callOff(
	place: Place,
	staff: Staff,
	scheme: Scheme,
	id: string,
	at = new Date()
): Promise<'called off' | 'already given' | 'not found'> {
	const { db } = place;
	if (await isRefused(db, staff, act, at)) return 'not found';
	const leads = await whoLeadsBut(place, staff);
	return write(db, async (tx) => {
		const found = await planById(tx, id);
		if (!found || !mayChange(staff, found.plannedBy)) {
			await ledger.recordNotShown(tx, staff, 'plan', id, at);
			return 'not found';
		}
		if (await recordOfPlan(tx, id)) return 'already given';
		const [off] = await tx
			.insert(lessonPlansOff)
			.values({ planId: id, by: staff.id, at })
			.onConflictDoNothing()
			.returning({ planId: lessonPlansOff.planId });
		if (!off) return 'called off';
		await ledger.record(tx, staff, { did: 'called off', object: 'lesson', id: found.lessonId }, at);
		const lesson = lessonOf(scheme, found.lessonId);
		const taught = await classById(tx, found.classId);
		if (lesson && taught && isToldOf(lesson))
			await tellOff(tx, leads, staff, { class: taught, lesson, day: found.day }, at);
		return 'called off';
	});
}
