import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** The help page of a school. Public: it names adults on purpose, and no child. */
export const helpPages = sqliteTable('help_pages', {
	/** Six letters, in the address of the page and on its posters. */
	code: words('code').primaryKey(),
	organisationId: words('organisation_id').notNull().unique(),
	schoolName: words('school_name').notNull(),
	/** Where whoever leaves the help door is taken. */
	exit: words('exit').notNull(),
	shown: integer('shown', { mode: 'boolean' }).notNull(),
	changedAt: moment('changed_at').notNull()
});

/** The adults whom a child may go to, in the order in which they are shown. */
export const helpPageAdults = sqliteTable(
	'help_page_adults',
	{
		code: words('code').notNull(),
		place: integer('place').notNull(),
		name: words('name').notNull(),
		does: words('does').notNull(),
		room: words('room').notNull(),
		times: words('times').notNull()
	},
	({ code, place }) => [primaryKey({ columns: [code, place] })]
);

/** Services near the school, as the school wrote them down. */
export const helpPageServices = sqliteTable(
	'help_page_services',
	{
		code: words('code').notNull(),
		place: integer('place').notNull(),
		name: words('name').notNull(),
		about: words('about').notNull(),
		reach: words('reach').notNull()
	},
	({ code, place }) => [primaryKey({ columns: [code, place] })]
);
