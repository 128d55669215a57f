import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { concerns } from '../concerns/schema.ts';
import { moment, words } from '../db/columns.ts';
import { pupils } from '../pupils/schema.ts';

/** What the school is doing for one child. A child has one open case, however many concerns. */
export const cases = sqliteTable('cases', {
	id: words('id').primaryKey(),
	reference: words('reference').notNull().unique(),
	pupilId: words('pupil_id')
		.notNull()
		.unique()
		.references(() => pupils.id),
	openedBy: words('opened_by')
		.notNull()
		.references(() => staff.id),
	openedAt: moment('opened_at').notNull()
});

/** The concerns that a case stands on. */
export const caseConcerns = sqliteTable(
	'case_concerns',
	{
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		concernId: words('concern_id')
			.notNull()
			.references(() => concerns.id)
	},
	(table) => [primaryKey({ columns: [table.caseId, table.concernId] })]
);

export const kinds = [
	'opened',
	'concern',
	'decision',
	'child’s voice',
	'contact',
	'meeting',
	'action',
	'fact',
	'referral',
	'answer'
] as const;

/** What happened in a case, in order. An entry is never changed; a later one may correct it. */
export const chronology = sqliteTable(
	'chronology',
	{
		id: words('id').primaryKey(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		kind: words('kind').$type<(typeof kinds)[number]>().notNull(),
		says: words('says').notNull(),
		/** The reference of the concern or referral that the entry is about, if it is about one. */
		about: words('about'),
		staffId: words('staff_id').references(() => staff.id),
		/** Who acted, when it was nobody of this organisation. */
		from: words('from'),
		at: moment('at').notNull()
	},
	(table) => [index('chronology_by_case').on(table.caseId, table.at)]
);
