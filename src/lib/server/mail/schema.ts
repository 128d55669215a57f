import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/**
 * Letters that wait to be sent, and those that were. No letter in here opens anything: what holds a link
 * is sent at once and never kept.
 */
export const letters = sqliteTable(
	'letters',
	{
		number: integer('number').primaryKey(),
		to: words('to').notNull(),
		subject: words('subject').notNull(),
		text: words('text').notNull(),
		/** A file that goes with it: its name, its media type and its content; all three or none. */
		attachmentName: words('attachment_name'),
		attachmentType: words('attachment_type'),
		attachment: words('attachment'),
		createdAt: moment('created_at').notNull(),
		sentAt: moment('sent_at'),
		attempts: integer('attempts').notNull().default(0)
	},
	(table) => [index('letters_unsent').on(table.sentAt)]
);
