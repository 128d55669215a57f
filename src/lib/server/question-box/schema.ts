import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/**
 * A box that one teacher opened for a class, with the key that opens what was put into it. It goes a week after it
 * was opened, and everything of it with it: no pupil is in it, and nobody may find one.
 */
export const questionBoxes = sqliteTable('question_boxes', {
	/** The form’s own key: the same form sent twice is one box. */
	id: words('id').primaryKey(),
	/** What it is known by at the public door, where nobody is told whose it is. */
	code: words('code').notNull().unique(),
	staffId: words('staff_id')
		.notNull()
		.references(() => staff.id),
	/** A year and a label, such as “Year 8, blue”. */
	className: words('class_name').notNull(),
	/** Such as `K3-04`; empty where it is for no lesson of ours. */
	lessonId: words('lesson_id').notNull(),
	privateKey: words('private_key').notNull(),
	/** Who was told that questions in it wait; empty while nobody was. */
	reminded: words('reminded').$type<'' | 'teacher' | 'leads'>().notNull(),
	openedAt: moment('opened_at').notNull(),
	goesAt: moment('goes_at').notNull()
});

export const states = ['answered in class', 'next time', 'not suitable', 'told the lead'] as const;

/** What the teacher did about one question. It goes with its box. */
export const questionHandlings = sqliteTable('question_handlings', {
	/** The number that the question has in the public database. */
	number: integer('number').primaryKey(),
	boxId: words('box_id')
		.notNull()
		.references(() => questionBoxes.id),
	/** Empty while nothing was decided. */
	state: words('state').$type<(typeof states)[number] | ''>().notNull(),
	/** What the teacher will say to the class, in words of their own. */
	says: words('says').notNull()
});

/** A question that a teacher told the leads of: a record of the school’s, which stays. Nobody knows who wrote it. */
export const questionsTold = sqliteTable('questions_told', {
	reference: words('reference').primaryKey(),
	/** Of the question in its box: it is told once. */
	number: integer('number').notNull().unique(),
	/** As it was written. */
	words: words('words').notNull(),
	className: words('class_name').notNull(),
	lessonId: words('lesson_id').notNull(),
	/** What the teacher adds. */
	note: words('note').notNull(),
	toldBy: words('told_by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});
