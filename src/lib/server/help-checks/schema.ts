import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** That a named person looked at a help service at its operator's own page. Public: it names no child. */
export const helpChecks = sqliteTable('help_checks', {
	/** The form's own key: the same form sent twice is one check. */
	id: words('id').primaryKey(),
	serviceId: words('service_id').notNull(),
	/** The day on which they looked, as `YYYY-MM-DD`. */
	checkedOn: words('checked_on').notNull(),
	found: words('found').$type<'as shown' | 'different'>().notNull(),
	/** What was different. */
	note: words('note').notNull(),
	checkedBy: words('checked_by').notNull(),
	organisationName: words('organisation_name').notNull(),
	recordedAt: moment('recorded_at').notNull()
});
