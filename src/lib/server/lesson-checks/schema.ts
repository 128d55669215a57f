import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';

/** That a named person read a lesson whole for this school, in one version of its words. */
export const lessonChecks = sqliteTable('lesson_checks', {
	number: integer('number').primaryKey({ autoIncrement: true }),
	/** The form's own key: the same form sent twice is one check. */
	id: words('id').notNull().unique(),
	/** Such as `K3-04`. */
	lessonId: words('lesson_id').notNull(),
	/** Of the lesson’s file as it was read, SHA-256 in hexadecimal: a lesson that changed has another. */
	digest: words('digest').notNull(),
	/** Who read it, and as what. They need no account here. */
	checkedBy: words('checked_by').notNull(),
	checkedAs: words('checked_as').notNull(),
	says: words('says').notNull(),
	recordedBy: words('recorded_by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});

/** That a check holds no more, and why. The check itself stays as it was written. */
export const lessonCheckWithdrawals = sqliteTable('lesson_check_withdrawals', {
	checkId: words('check_id')
		.primaryKey()
		.references(() => lessonChecks.id),
	why: words('why').notNull(),
	by: words('by')
		.notNull()
		.references(() => staff.id),
	at: moment('at').notNull()
});
