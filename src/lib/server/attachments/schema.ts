import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { concerns } from '../concerns/schema.ts';
import { moment, words } from '../db/columns.ts';

/** A file that was added to a concern. It lies encrypted in a file of its own, named by its id. */
export const attachments = sqliteTable(
	'attachments',
	{
		id: words('id').primaryKey(),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id),
		/** What its owner called it, cleaned. */
		name: words('name').notNull(),
		/** Its media type, as its content says. */
		type: words('type').notNull(),
		bytes: integer('bytes').notNull(),
		/** SHA-256 of what is kept, in hex. */
		sha256: words('sha256').notNull(),
		/** 32 random bytes as base64url: this file's own AES-256-GCM key. */
		key: words('key').notNull(),
		addedBy: words('added_by')
			.notNull()
			.references(() => staff.id),
		addedAt: moment('added_at').notNull()
	},
	(table) => [index('attachments_by_concern').on(table.concernId)]
);
