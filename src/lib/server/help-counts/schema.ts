import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { words } from '../db/columns.ts';

/**
 * How often each topic of the help door was looked at on a day, with chance added before it was written.
 * Every topic has a row every day, so that there being one says nothing. Public: it names nobody.
 */
export const helpCounts = sqliteTable(
	'help_counts',
	{
		/** A day in the United Kingdom, as `YYYY-MM-DD`. */
		day: words('day').notNull(),
		topic: words('topic').notNull(),
		/** May be below nothing, since chance takes away as well as it adds. */
		count: integer('count').notNull()
	},
	({ day, topic }) => [primaryKey({ columns: [day, topic] })]
);
