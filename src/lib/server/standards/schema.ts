import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** What two organisations agreed of each other, as one of them put it. The newest that both said yes to stands. */
export const standards = sqliteTable(
	'standards',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		/** Made where it was proposed, and the same on both sides. */
		id: words('id').notNull().unique(),
		partnerId: words('partner_id').notNull(),
		partnerName: words('partner_name').notNull(),
		/** Who proposed it: this organisation, or the partner. */
		proposedHere: integer('proposed_here', { mode: 'boolean' }).notNull(),
		/** Working days within which a referral is opened, decided and begun. */
		opensWithin: integer('opens_within').notNull(),
		decidesWithin: integer('decides_within').notNull(),
		beginsWithin: integer('begins_within').notNull(),
		contacts: words('contacts').notNull(),
		criteria: words('criteria').notNull(),
		by: words('by').notNull(),
		at: moment('at').notNull()
	},
	(table) => [index('standards_by_partner').on(table.partnerId)]
);

export const standardAnswers = ['agreed', 'not agreed', 'ended'] as const;

/** What was answered to a proposal. */
export const standardTurns = sqliteTable(
	'standard_turns',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		id: words('turn_id').notNull().unique(),
		standardId: words('standard_id').notNull(),
		answer: words('answer').$type<(typeof standardAnswers)[number]>().notNull(),
		says: words('says').notNull(),
		by: words('by').notNull(),
		at: moment('at').notNull()
	},
	(table) => [index('standard_turns_by_standard').on(table.standardId)]
);
