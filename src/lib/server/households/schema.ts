import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { words } from '../db/columns.ts';

/** People who live together. Children of one household are siblings here, whatever their surnames. */
export const households = sqliteTable('households', {
	id: words('id').primaryKey()
});
