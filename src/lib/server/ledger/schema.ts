import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** What was done and read, by whom, chained. Triggers refuse every update and deletion. */
export const ledger = sqliteTable('ledger', {
	number: integer('number').primaryKey(),
	at: moment('at').notNull(),
	staffId: words('staff_id').notNull(),
	sessionId: words('session_id').notNull(),
	did: words('did').notNull(),
	object: words('object').notNull(),
	objectId: words('object_id').notNull(),
	/** SHA-256 over the entry before and this one's own words, in hexadecimal. */
	hash: words('hash').notNull()
});
