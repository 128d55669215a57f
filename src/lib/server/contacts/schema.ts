import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { staff } from '../accounts/staff.ts';
import { moment, words } from '../db/columns.ts';
import { households } from '../households/schema.ts';

/** An adult of a household, or one who matters to it from outside. */
export const contacts = sqliteTable(
	'contacts',
	{
		id: words('id').primaryKey(),
		householdId: words('household_id')
			.notNull()
			.references(() => households.id),
		addedBy: words('added_by')
			.notNull()
			.references(() => staff.id),
		addedAt: moment('added_at').notNull()
	},
	(table) => [index('contacts_by_household').on(table.householdId)]
);

export const answers = ['yes', 'no', 'not known'] as const;
export const safeties = ['safe', 'not safe', 'not known'] as const;

/** What is known of a contact, and how it is safe to reach them. The newest stands. */
export const contactVersions = sqliteTable(
	'contact_versions',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		contactId: words('contact_id')
			.notNull()
			.references(() => contacts.id),
		name: words('name').notNull(),
		/** Such as “mother of both”. */
		relation: words('relation').notNull(),
		responsibility: words('responsibility').$type<(typeof answers)[number]>().notNull(),
		livesHere: words('lives_here').$type<(typeof answers)[number]>().notNull(),
		telephone: words('telephone').notNull(),
		toRing: words('to_ring').$type<(typeof safeties)[number]>().notNull(),
		toText: words('to_text').$type<(typeof safeties)[number]>().notNull(),
		toWrite: words('to_write').$type<(typeof safeties)[number]>().notNull(),
		/** When and how it is safe; empty when nothing more is known. */
		whenSafe: words('when_safe').notNull(),
		/** Who must not know that the school was in touch. */
		mustNotKnow: words('must_not_know').notNull(),
		by: words('by')
			.notNull()
			.references(() => staff.id),
		at: moment('at').notNull()
	},
	(table) => [index('contact_versions_by_contact').on(table.contactId)]
);
