import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { cases } from '../cases/schema.ts';
import { moment, words } from '../db/columns.ts';

export const choices = ['share', 'do not share'] as const;

/** What was decided about sharing what is known of a child, and on what basis. A decision not to share is one too. */
export const sharingDecisions = sqliteTable(
	'sharing_decisions',
	{
		id: words('id').primaryKey(),
		caseId: words('case_id')
			.notNull()
			.references(() => cases.id),
		choice: words('choice').$type<(typeof choices)[number]>().notNull(),
		/** With whom, by name. */
		withWhom: words('with_whom').notNull(),
		/** The lawful basis for sharing: never the family’s agreement to a service. */
		basis: words('basis').notNull(),
		/** Who was asked about it, what they said, or why nobody was. */
		childTold: words('child_told').notNull(),
		parentsTold: words('parents_told').notNull(),
		why: words('why').notNull(),
		/** The referral it was for, when it was for one. */
		referralId: words('referral_id'),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('sharing_by_case').on(table.caseId)]
);

/** What was found before sending, and how it was answered. */
export const sharingAnswers = sqliteTable(
	'sharing_answers',
	{
		id: words('id').primaryKey(),
		referralId: words('referral_id').notNull(),
		/** What was found, such as `another child`. */
		found: words('found').notNull(),
		/** The field that it was found in. */
		field: words('field').notNull(),
		answer: words('answer').notNull(),
		why: words('why').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('sharing_answers_by_referral').on(table.referralId)]
);
