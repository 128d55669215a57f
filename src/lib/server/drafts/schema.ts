import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** What somebody had typed into a form and not yet sent. It goes when the form is sent, or with time. */
export const drafts = sqliteTable(
	'drafts',
	{
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		/** The address of the form, such as `/desk/concerns/new`. */
		form: words('form').notNull(),
		/** Every field by its name, as JSON; it is taken apart here and never in SQL. */
		fields: words('fields').notNull(),
		savedAt: moment('saved_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.staffId, table.form] })]
);
