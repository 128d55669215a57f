import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';
import { pupils } from '../pupils/schema.ts';

export const urgencies = ['immediate', 'same day', 'three school days'] as const;

/** What an adult noticed, in the words they wrote that day. Nothing in this table is ever changed. */
export const concerns = sqliteTable(
	'concerns',
	{
		id: words('id').primaryKey(),
		reference: words('reference').notNull().unique(),
		/** `YYYY-MM-DD`, the day it was noticed. */
		noticedOn: words('noticed_on').notNull(),
		/** `HH:MM` on the school's clock, when it is known. */
		noticedTime: words('noticed_time'),
		place: words('place').notNull(),
		seenOrHeard: words('seen_or_heard').notNull(),
		/** The child's own words, apart from the adult's; empty when the child said nothing. */
		childsWords: words('childs_words').notNull(),
		doneAlready: words('done_already').notNull(),
		urgency: words('urgency').$type<(typeof urgencies)[number]>().notNull(),
		loggedBy: words('logged_by')
			.notNull()
			.references(() => staff.id),
		loggedAt: moment('logged_at').notNull(),
		/** Made with the empty form: the same form sent twice is one concern. */
		formKey: words('form_key').notNull().unique()
	},
	(table) => [index('concerns_by_time').on(table.loggedAt)]
);

/** Which children a concern is about. */
export const concernPupils = sqliteTable(
	'concern_pupils',
	{
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		pupilId: words('pupil_id')
			.notNull()
			.references(() => pupils.id)
	},
	(table) => [
		primaryKey({ columns: [table.concernId, table.pupilId] }),
		index('concerns_by_pupil').on(table.pupilId)
	]
);

export const decisions = [
	'open a case',
	'add to the open case',
	'keep watch',
	'no further action'
] as const;

/** A concern is triaged because a decision stands, with who, when and why. */
export const triages = sqliteTable('triages', {
	concernId: words('concern_id')
		.primaryKey()
		.references(() => concerns.id),
	decision: words('decision').$type<(typeof decisions)[number]>().notNull(),
	why: words('why').notNull(),
	decidedBy: words('decided_by')
		.notNull()
		.references(() => staff.id),
	decidedAt: moment('decided_at').notNull()
});
