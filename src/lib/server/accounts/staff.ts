import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** The adults of one organisation, in its own database: whoever wrote something down is one of them. */
export const staff = sqliteTable('staff', {
	id: words('id').primaryKey(),
	name: words('name').notNull(),
	job: words('job').notNull(),
	/** When they left. What they wrote stays theirs. */
	leftAt: moment('left_at')
});
