import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** Where a report from outside stands. `taken in` made a concern of it. */
export const reportStates = ['read', 'taken in', 'no child of ours', 'answered'] as const;

const report = () => ({
	id: words('id').primaryKey(),
	reference: words('reference').notNull().unique(),
	childName: words('child_name').notNull(),
	/** `YYYY-MM-DD`; empty when it is not known. */
	childBornOn: words('child_born_on').notNull(),
	says: words('says').notNull(),
	childsWords: words('childs_words').notNull(),
	/** Whether the young person knows that this is written, and what they said. */
	childKnows: words('child_knows').notNull(),
	safeContact: words('safe_contact').notNull(),
	urgency: words('urgency').notNull(),
	sentAt: moment('sent_at').notNull()
});

/** What another organisation wrote to this school's lead about a young person: something to triage. */
export const reportsReceived = sqliteTable('reports_received', {
	...report(),
	/** The organisation on Waymark; null for who wrote by a link, and says in `reach` how to reach them. */
	senderId: words('sender_id'),
	senderName: words('sender_name').notNull(),
	writtenBy: words('written_by').notNull(),
	reach: words('reach').notNull(),
	receivedAt: moment('received_at').notNull()
});

/** What this organisation wrote to a school. */
export const reportsSent = sqliteTable('reports_sent', {
	...report(),
	recipientId: words('recipient_id').notNull(),
	recipientName: words('recipient_name').notNull(),
	writtenBy: words('written_by')
		.notNull()
		.references(() => staff.id),
	messageId: words('message_id').notNull().unique(),
	formKey: words('form_key').notNull().unique()
});

const turn = () => ({
	number: integer('number').primaryKey({ autoIncrement: true }),
	reportId: words('report_id').notNull(),
	state: words('state').$type<(typeof reportStates)[number]>().notNull(),
	says: words('says').notNull(),
	by: words('by').notNull(),
	at: moment('at').notNull()
});

/** What the school did with a report, on the side where it was done. */
export const reportTurns = sqliteTable(
	'report_turns',
	{
		...turn(),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		/** The concern that was made of it. */
		concernId: words('concern_id')
	},
	(table) => [index('report_turns_by_report').on(table.reportId)]
);

/** The same as the sender was told of it: no name of a child, no concern. */
export const reportAnswers = sqliteTable('report_answers', turn(), (table) => [
	index('report_answers_by_report').on(table.reportId)
]);
