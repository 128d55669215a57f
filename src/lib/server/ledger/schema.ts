import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** What was done and read, by whom, chained. Triggers refuse every update and deletion. */
export const ledger = sqliteTable(
	'ledger',
	{
		number: integer('number').primaryKey(),
		at: moment('at').notNull(),
		staffId: words('staff_id').notNull(),
		sessionId: words('session_id').notNull(),
		did: words('did').notNull(),
		object: words('object').notNull(),
		objectId: words('object_id').notNull(),
		/** SHA-256 over the entry before and this one's own words, in hexadecimal. */
		hash: words('hash').notNull()
	},
	// Every record's page asks who has read it; without this it would walk the whole ledger.
	(table) => [index('ledger_of_record').on(table.objectId, table.object)]
);

/** Checkpoints: what the ledger was at a moment, signed. docs/ledger.md says what is signed. */
export const checkpoints = sqliteTable('checkpoints', {
	number: integer('number').primaryKey(),
	/** The number and the seal of the ledger's last entry at that moment. */
	entry: integer('entry').notNull(),
	seal: words('seal').notNull(),
	at: moment('at').notNull(),
	/** The Ed25519 public key (SPKI, DER) and the signature, both as base64url. */
	publicKey: words('public_key').notNull(),
	signature: words('signature').notNull()
});
