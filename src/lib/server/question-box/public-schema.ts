import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';

/** A box as the public door knows it: what seals a question, and until when it takes any. Not whose it is. */
export const publicBoxes = sqliteTable('public_boxes', {
	/** Sixteen letters, in its address. */
	code: words('code').primaryKey(),
	/** X25519, as base64url. What it seals, only the organisation’s own database opens. */
	publicKey: words('public_key').notNull(),
	closesAt: moment('closes_at').notNull(),
	goesAt: moment('goes_at').notNull()
});

/**
 * A question, sealed. There is no time in it and no order: its number is by chance, and is the row’s own place in the
 * table, so that the file does not say either which came first.
 */
export const sealedQuestions = sqliteTable(
	'sealed_questions',
	{
		number: integer('number').primaryKey(),
		code: words('code').notNull(),
		/** One length, whatever was asked. */
		sealed: words('sealed').notNull()
	},
	({ code }) => [index('sealed_questions_by_box').on(code)]
);
