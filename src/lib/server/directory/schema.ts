import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** Services that take referrals, as they state it themselves. Public: it names no child and no worker. */
export const services = sqliteTable('services', {
	organisationId: words('organisation_id').primaryKey(),
	name: words('name').notNull(),
	sector: words('sector').$type<'domestic abuse' | 'substance use'>().notNull(),
	about: words('about').notNull(),
	/** Whom it takes, in its own words. */
	takes: words('takes').notNull(),
	fromAge: integer('from_age').notNull(),
	toAge: integer('to_age').notNull(),
	statedAt: moment('stated_at').notNull()
});
