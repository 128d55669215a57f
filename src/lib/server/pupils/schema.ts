import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { words } from '../db/columns.ts';
import { households } from '../households/schema.ts';

/** A child on the school's roll. */
export const pupils = sqliteTable(
	'pupils',
	{
		id: words('id').primaryKey(),
		/** The school's own number: what people write on paper, so that a UPN need not be. */
		admissionNumber: words('admission_number').notNull().unique(),
		givenName: words('given_name').notNull(),
		familyName: words('family_name').notNull(),
		/** `YYYY-MM-DD`. */
		bornOn: words('born_on').notNull(),
		/** National Curriculum year, as the school's own system has it. */
		year: integer('year').notNull(),
		form: words('form').notNull(),
		householdId: words('household_id')
			.notNull()
			.references(() => households.id),
		/** Name, year and form in small letters without accents, each word after a space. */
		findable: words('findable').notNull(),
		/** `YYYY-MM-DD`, when they left the school. They stay: a record is not over because a child moved. */
		leftOn: words('left_on')
	},
	(table) => [index('pupils_by_household').on(table.householdId)]
);
