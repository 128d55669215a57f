import { and, eq, isNull } from 'drizzle-orm';
import type { Path, Went } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { dayIn } from '../fields.ts';
import type { Problems } from '../forms.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused, type Place } from './allowing.ts';
import { classFor, wrongClass } from './classes.ts';
import { isWent, onlyProblems, wrongDayDone, type Recording } from './forms.ts';
import { wrongNote } from './labels.ts';
import { mayChange, planById, recordOfPlan, wrongPath } from './planning.ts';
import { lessonsGiven, lessonsTakenBack } from './schema.ts';
import { lessonOf, type Scheme, type Teachable } from './scheme.ts';
import { isToldOf, tellUnplanned, whoLeadsBut } from './telling.ts';

const act = 'teach a class';
const mostInANote = 300;

/** The steps of a lesson, given one way, that were left out: those that it has, and nothing else that was sent. */
const cutOf = ({ ways }: Teachable, path: Path, cut: readonly string[]): string[] =>
	(ways[path] ?? ways.whole).steps.map(({ title }) => title).filter((title) => cut.includes(title));

type Found = { lesson: Teachable; classId?: string; planId?: string };

async function wrongRecord(
	db: Database<'organisation'>,
	form: Recording,
	lesson: Teachable | undefined,
	isPlanned: boolean,
	at: Date
): Promise<Problems> {
	const path = form.path === 'usual' ? 'Choose how it was given' : wrongPath(form.path, lesson);
	return onlyProblems({
		...(isPlanned ? {} : await wrongClass(db, form)),
		lesson: lesson ? undefined : 'Choose the lesson',
		path,
		on: wrongDayDone(form, at),
		went: isWent(form.went) ? undefined : 'Say how it went, by one of the three buttons',
		note: await wrongNote(db, form.note, mostInANote)
	});
}

/**
 * Records that a lesson was given: with a plan, of its class and its lesson; without, of those that the form names.
 *
 * A record is of what happened, so that no setting and no missing check stands in its way. A lesson of level 3 that
 * nobody had planned is told to whoever leads. The same form twice, a plan recorded twice, and the same lesson with the
 * same class on the same day are one record.
 */
export async function record(
	place: Place,
	staff: Staff,
	scheme: Scheme,
	form: Recording,
	planId?: string,
	at = new Date()
): Promise<{ id: string } | { problems: Problems } | 'called off' | 'not found'> {
	const { db } = place;
	if (await isRefused(db, staff, act, at)) return 'not found';
	const planned = planId === undefined ? undefined : await planById(db, planId);
	if (planId !== undefined && !planned) {
		await write(db, (tx) => ledger.recordNotShown(tx, staff, 'plan', planId, at));
		return 'not found';
	}
	if (planned?.off) return 'called off';
	const lesson = lessonOf(scheme, planned?.lessonId ?? form.lesson);
	const problems = await wrongRecord(db, form, lesson, planned !== undefined, at);
	if (Object.keys(problems).length > 0 || !lesson) return { problems };
	const leads = !planned && isToldOf(lesson) ? await whoLeadsBut(place, staff) : [];
	return write(db, (tx) =>
		keep(tx, staff, form, { lesson, classId: planned?.classId, planId }, leads, at)
	);
}

async function keep(
	tx: Tx,
	staff: Staff,
	form: Recording,
	{ lesson, classId: plannedFor, planId }: Found,
	leads: readonly string[],
	at: Date
): Promise<{ id: string }> {
	const day = dayIn(form, 'on');
	const taught = { year: Number(form.year), label: form.label };
	const classId = plannedFor ?? (await classFor(tx, staff, taught, day, at));
	const same = await standing(tx, form.key, { classId, lessonId: lesson.id, day, planId });
	if (same) return { id: same };
	const path = form.path as Path;
	await tx.insert(lessonsGiven).values({
		...{ id: form.key, planId, classId, lessonId: lesson.id, day, path },
		cut: cutOf(lesson, path, form.cut).join('\n'),
		codes: (lesson.ways[path] ?? lesson.ways.whole).codes.join(' '),
		...{ went: form.went as Went, note: form.note, recordedBy: staff.id, at }
	});
	await ledger.record(tx, staff, { did: 'recorded', object: 'lesson', id: lesson.id }, at);
	await tellUnplanned(tx, leads, staff, { class: taught, lesson, day }, at);
	return { id: form.key };
}

/** A record that says the same already. */
async function standing(
	tx: Tx,
	key: string,
	{
		classId,
		lessonId,
		day,
		planId
	}: { classId: string; lessonId: string; day: string; planId?: string }
): Promise<string | undefined> {
	const [sent] = await tx
		.select({ id: lessonsGiven.id })
		.from(lessonsGiven)
		.where(eq(lessonsGiven.id, key));
	if (sent) return sent.id;
	const ofPlan = planId === undefined ? undefined : await recordOfPlan(tx, planId);
	if (ofPlan) return ofPlan;
	const [found] = await tx
		.select({ id: lessonsGiven.id })
		.from(lessonsGiven)
		.leftJoin(lessonsTakenBack, eq(lessonsTakenBack.givenId, lessonsGiven.id))
		.where(
			and(
				eq(lessonsGiven.classId, classId),
				eq(lessonsGiven.lessonId, lessonId),
				eq(lessonsGiven.day, day),
				isNull(lessonsTakenBack.givenId)
			)
		);
	return found?.id;
}

/** Takes a record back, with why: it no longer counts, and both can still be read. The first reason stays. */
export async function takeBack(
	db: Database<'organisation'>,
	staff: Staff,
	id: string,
	{ why }: { why: string },
	at = new Date()
): Promise<'taken back' | 'not found' | { problems: Problems }> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	return write(db, async (tx) => {
		const [found] = await tx.select().from(lessonsGiven).where(eq(lessonsGiven.id, id));
		if (!found || !mayChange(staff, found.recordedBy)) {
			await ledger.recordNotShown(tx, staff, 'record of a lesson', id, at);
			return 'not found';
		}
		const wrong = why ? await wrongNote(tx, why, mostInANote) : 'Say what is wrong with it';
		if (wrong) return { problems: { why: wrong } };
		const [taken] = await tx
			.insert(lessonsTakenBack)
			.values({ givenId: id, why, by: staff.id, at })
			.onConflictDoNothing()
			.returning({ id: lessonsTakenBack.givenId });
		const entry = { did: 'took back a record', object: 'lesson', id: found.lessonId };
		if (taken) await ledger.record(tx, staff, entry, at);
		return 'taken back';
	});
}
