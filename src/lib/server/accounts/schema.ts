import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { organisations } from '../organisations/schema.ts';
import type { Role } from '../access/index.ts';
import { moment, words } from '../db/columns.ts';

/** A person who may sign in. */
export const accounts = sqliteTable('accounts', {
	id: words('id').primaryKey(),
	/** In small letters: the same person typed twice is the same account. */
	email: words('email').notNull().unique(),
	name: words('name').notNull(),
	passwordHash: words('password_hash').notNull(),
	createdAt: moment('created_at').notNull()
});

/** What a person is in an organisation. Several rows make several roles. */
export const memberships = sqliteTable(
	'memberships',
	{
		accountId: words('account_id')
			.notNull()
			.references(() => accounts.id),
		organisationId: words('organisation_id')
			.notNull()
			.references(() => organisations.id),
		role: words('role').$type<Role>().notNull(),
		/** Their id among the organisation's own staff. */
		staffId: words('staff_id').notNull(),
		since: moment('since').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.organisationId, table.role] })]
);

/** Who is signed in. The id is the SHA-256 of the token: the token itself is only in the cookie. */
export const sessions = sqliteTable('sessions', {
	id: words('id').primaryKey(),
	accountId: words('account_id')
		.notNull()
		.references(() => accounts.id),
	organisationId: words('organisation_id')
		.notNull()
		.references(() => organisations.id),
	expiresAt: moment('expires_at').notNull(),
	createdAt: moment('created_at').notNull()
});
