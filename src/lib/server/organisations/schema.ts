import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** Every school, service and partnership there is. What is private to one lies in a database of its own. */
export const organisations = sqliteTable('organisations', {
	id: words('id').primaryKey(),
	name: words('name').notNull().unique(),
	kind: words('kind').$type<'school' | 'service' | 'partnership'>().notNull(),
	demonstration: integer('demonstration', { mode: 'boolean' }).notNull(),
	/** Where its database is; null is a file in the data folder. */
	address: words('address'),
	/** The key of its database, wrapped by the master key. Destroying it erases the organisation. */
	wrappedKey: words('wrapped_key').notNull(),
	createdAt: moment('created_at').notNull()
});

/** With which key an organisation's ledger is signed. The private half is wrapped by the master key. */
export const signingKeys = sqliteTable('signing_keys', {
	organisationId: words('organisation_id')
		.primaryKey()
		.references(() => organisations.id),
	/** Ed25519: SPKI in DER, as base64url. */
	publicKey: words('public_key').notNull(),
	wrappedKey: words('wrapped_key').notNull(),
	createdAt: moment('created_at').notNull()
});
