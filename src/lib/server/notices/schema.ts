import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
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
		at: moment('at').notNull(),
		/** `yes` when somebody must not wait for it. */
		urgent: words('urgent').$type<'yes'>()
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

export const ways = ['at once', 'once a day', 'not by e-mail'] as const;

/** How somebody wants to hear of notices, and how many letters a day are enough. */
export const noticeSettings = sqliteTable('notice_settings', {
	staffId: words('staff_id')
		.primaryKey()
		.references(() => staff.id),
	way: words('way').$type<(typeof ways)[number]>().notNull(),
	mostADay: integer('most_a_day').notNull()
});

/** A letter that said there is something at the desk: what was told until then is in it. */
export const noticeLetters = sqliteTable(
	'notice_letters',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		staffId: words('staff_id')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('notice_letters_by_staff').on(table.staffId, table.at)]
);
