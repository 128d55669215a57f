import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** A secret address at which one person's calendar shows on which days something is due. */
export const calendarLinks = sqliteTable('calendar_links', {
	/** SHA-256 of the address's secret, in hex. */
	hash: words('hash').primaryKey(),
	accountId: words('account_id').notNull(),
	organisationId: words('organisation_id').notNull(),
	staffId: words('staff_id').notNull(),
	madeAt: moment('made_at').notNull()
});
