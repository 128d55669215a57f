import { index, integer, primaryKey, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import type { Path, Went } from '#lib/classes.ts';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** A class of one school year: a year and a label. Nobody is in it, and nobody is counted. */
export const taughtClasses = sqliteTable(
	'taught_classes',
	{
		id: words('id').primaryKey(),
		/** The September in which the school year began: a label is another class's a year later. */
		schoolYear: integer('school_year').notNull(),
		year: integer('year').notNull(),
		label: words('label').notNull(),
		/** The label in small letters without its gaps: “8 B” and “8b” are one class. */
		known: words('known').notNull(),
		madeBy: words('made_by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	({ schoolYear, year, known }) => [unique().on(schoolYear, year, known)]
);

/** That somebody means to give a lesson to a class on a day. */
export const lessonPlans = sqliteTable(
	'lesson_plans',
	{
		/** The form's own key: the same form sent twice is one plan. */
		id: words('id').primaryKey(),
		classId: words('class_id')
			.notNull()
			.references(() => taughtClasses.id),
		/** Such as `K3-04`. */
		lessonId: words('lesson_id').notNull(),
		path: words('path').$type<Path>().notNull(),
		/** `YYYY-MM-DD`. */
		day: words('day').notNull(),
		plannedBy: words('planned_by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [
		index('lesson_plans_by_day').on(table.day),
		index('lesson_plans_by_class').on(table.classId)
	]
);

/** A plan was called off because a row stands here. */
export const lessonPlansOff = sqliteTable('lesson_plans_off', {
	planId: words('plan_id')
		.primaryKey()
		.references(() => lessonPlans.id),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** That a lesson was given to a class, how, and what of it. */
export const lessonsGiven = sqliteTable(
	'lessons_given',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		/** The form's own key. */
		id: words('id').notNull().unique(),
		planId: words('plan_id').references(() => lessonPlans.id),
		classId: words('class_id')
			.notNull()
			.references(() => taughtClasses.id),
		lessonId: words('lesson_id').notNull(),
		day: words('day').notNull(),
		path: words('path').$type<Path>().notNull(),
		/** The titles of the steps that were left out, each on a line of its own. */
		cut: words('cut').notNull(),
		/** The items of the guidance that the lesson taught when it was given, a space between them: a lesson may change. */
		codes: words('codes').notNull(),
		went: words('went').$type<Went>().notNull(),
		/** For its teacher and those who lead. */
		note: words('note').notNull(),
		recordedBy: words('recorded_by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [
		index('lessons_given_by_class').on(table.classId),
		index('lessons_given_by_plan').on(table.planId)
	]
);

/** That what was recorded does not hold, and why. Both stay to be read. */
export const lessonsTakenBack = sqliteTable('lessons_taken_back', {
	givenId: words('given_id')
		.primaryKey()
		.references(() => lessonsGiven.id),
	why: words('why').notNull(),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** That a class was asked the three items, before a sequence of lessons or after it. */
export const classesAsked = sqliteTable(
	'classes_asked',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		/** The form's own key. */
		id: words('id').notNull().unique(),
		classId: words('class_id')
			.notNull()
			.references(() => taughtClasses.id),
		/** Of the asking before the sequence that this one ends; none for one that begins. */
		beforeId: words('before_id'),
		day: words('day').notNull(),
		askedBy: words('asked_by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('classes_asked_by_class').on(table.classId)]
);

/** What a class answered to one item. Of fewer than five answers nothing is kept. */
export const classAnswers = sqliteTable(
	'class_answers',
	{
		askedId: words('asked_id')
			.notNull()
			.references(() => classesAsked.id),
		/** Such as `secondary-1`. */
		item: words('item').notNull(),
		agree: integer('agree').notNull(),
		unsure: integer('unsure').notNull(),
		disagree: integer('disagree').notNull()
	},
	({ askedId, item }) => [primaryKey({ columns: [askedId, item] })]
);

/** That an asking does not hold, and who took it back. */
export const askingsTakenBack = sqliteTable('askings_taken_back', {
	askedId: words('asked_id')
		.primaryKey()
		.references(() => classesAsked.id),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** What this school teaches to which years. The newest row stands. */
export const teachingSettings = sqliteTable('teaching_settings', {
	number: integer('number').primaryKey({ autoIncrement: true }),
	/** Each lesson that is taught on a line of its own, and the years it is taught to: `K3-04 9 10`. */
	lessons: words('lessons').notNull(),
	/** Whether what is sex education is taught apart from the rest. */
	apart: integer('apart', { mode: 'boolean' }).notNull(),
	setBy: words('set_by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** What a school adds to a lesson of ours, as a note beside it. The lesson stays as it was written. */
export const lessonAdditions = sqliteTable('lesson_additions', {
	number: integer('number').primaryKey({ autoIncrement: true }),
	/** The form's own key. */
	id: words('id').notNull().unique(),
	lessonId: words('lesson_id').notNull(),
	says: words('says').notNull(),
	addedBy: words('added_by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** An addition holds no more because a row stands here. */
export const additionsTakenAway = sqliteTable('additions_taken_away', {
	additionId: words('addition_id')
		.primaryKey()
		.references(() => lessonAdditions.id),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});
