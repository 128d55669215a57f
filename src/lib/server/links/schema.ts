import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { moment, words } from '../db/columns.ts';
import { organisations } from '../organisations/schema.ts';

/** What somebody without an account may do by a link: answer one referral, or write one report to a lead. */
export const purposes = ['referral', 'report'] as const;

/**
 * A link by which somebody without Waymark reads and answers one referral, or writes one report and hears what came
 * of it. It holds nothing of the child's.
 */
export const referralLinks = sqliteTable(
	'referral_links',
	{
		/** The SHA-256 of the token; the token itself is only in the letter. */
		hash: words('hash').primaryKey(),
		formKey: words('form_key').notNull().unique(),
		purpose: words('purpose').$type<(typeof purposes)[number]>().notNull().default('referral'),
		/** The school whose referral it is, or that is written to. */
		organisationId: words('organisation_id')
			.notNull()
			.references(() => organisations.id),
		/** The id of the referral, or of the report that may be written. */
		referralId: words('referral_id').notNull(),
		reference: words('reference').notNull(),
		/** The SHA-256 of the token and the code together, so that this row alone tells neither. */
		codeHash: words('code_hash').notNull(),
		sentTo: words('sent_to').notNull(),
		madeAt: moment('made_at').notNull(),
		/** By when it must be opened; once it is, until when it can be used. */
		expiresAt: moment('expires_at').notNull(),
		/** How many codes were tried. */
		tries: integer('tries').notNull().default(0),
		refusals: integer('refusals').notNull().default(0),
		/** The SHA-256 of what the one browser holds that opened it, and what its person is called. */
		sessionHash: words('session_hash'),
		openedBy: words('opened_by'),
		openedAt: moment('opened_at'),
		endedAt: moment('ended_at')
	},
	(table) => [index('referral_links_by_referral').on(table.referralId)]
);
