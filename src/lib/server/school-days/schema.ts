import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** When the school is there. The newest row stands. Without any, it is there on every working day. */
export const schoolCalendars = sqliteTable('school_calendars', {
	number: integer('number').primaryKey({ autoIncrement: true }),
	/** `HH:MM`, on the school's clock. */
	opensAt: words('opens_at').notNull(),
	closesAt: words('closes_at').notNull(),
	/** Each term's first and last day on a line of its own: `2026-09-02 2026-12-18`. */
	terms: words('terms').notNull(),
	/** Days within a term without school, each on a line of its own, or the first and last of several. */
	closed: words('closed').notNull(),
	setBy: words('set_by')
		.notNull()
		.references(() => staff.id),
	setAt: moment('set_at').notNull()
});
