import { integer, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** That somebody did a module of staff training, in one version of its words. */
export const trainingCompletions = sqliteTable(
	'training_completions',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		/** `T1` to `T8`. */
		moduleId: words('module_id').notNull(),
		/** The day on which the words of that version were written, as `YYYY-MM-DD`. */
		version: words('version').notNull(),
		at: moment('at').notNull()
	},
	({ staffId, moduleId, version }) => [unique().on(staffId, moduleId, version)]
);
