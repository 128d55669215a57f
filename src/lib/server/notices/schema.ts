import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** Something a person must be told. It names no child: at most a record's reference. */
export const notices = sqliteTable(
	'notices',
	{
		id: words('id').primaryKey(),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		/** What happened, as a sentence. */
		says: words('says').notNull(),
		/** The reference of the record it is about, if it is about one. */
		about: words('about'),
		at: moment('at').notNull()
	},
	(table) => [index('notices_by_staff').on(table.staffId, table.at)]
);

/** A notice has been seen because a row stands here. */
export const noticesSeen = sqliteTable('notices_seen', {
	noticeId: words('notice_id')
		.primaryKey()
		.references(() => notices.id),
	seenAt: moment('seen_at').notNull()
});
