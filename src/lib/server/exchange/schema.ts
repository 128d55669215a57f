import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** What this organisation sent to another, written in the same transaction as the act that sent it. */
export const outgoing = sqliteTable(
	'outgoing',
	{
		/** The order of sending, which is the order of delivery. */
		number: integer('number').primaryKey(),
		id: words('id').notNull().unique(),
		kind: words('kind').notNull(),
		version: integer('version').notNull(),
		recipientId: words('recipient_id').notNull(),
		body: words('body').notNull(),
		sentAt: moment('sent_at').notNull()
	},
	(table) => [index('outgoing_by_recipient').on(table.recipientId)]
);

/** A message has been delivered because a row stands here. */
export const deliveries = sqliteTable('deliveries', {
	messageId: words('message_id').primaryKey(),
	deliveredAt: moment('delivered_at').notNull()
});

/** What this organisation was sent, as it came. One that nobody could read says so, and is kept. */
export const incoming = sqliteTable('incoming', {
	id: words('id').primaryKey(),
	kind: words('kind').notNull(),
	version: integer('version').notNull(),
	senderId: words('sender_id').notNull(),
	body: words('body').notNull(),
	receivedAt: moment('received_at').notNull(),
	problem: words('problem')
});
