import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
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

export const standings = ['half', 'whole'] as const;
export const methods = ['password', 'authenticator', 'passkey', 'recovery code'] as const;

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
	/** When the person signed in. A new token of the same sign-in keeps it: the absolute limit counts from here. */
	createdAt: moment('created_at').notNull(),
	lastSeenAt: moment('last_seen_at'),
	/** `half`: the password was right, and the second factor is still to come. */
	standing: words('standing').$type<(typeof standings)[number]>().notNull().default('half'),
	/** What the person last proved themselves with. */
	method: words('method').$type<(typeof methods)[number]>().notNull().default('password'),
	/** When they last proved themselves: acts that need a step-up look here. */
	steppedUpAt: moment('stepped_up_at'),
	/** Since when the desk is blanked; nothing opens until the person has come back. */
	awayAt: moment('away_at')
});

/** A passkey (WebAuthn credential). */
export const passkeys = sqliteTable(
	'passkeys',
	{
		/** The credential's id and its public key (COSE), both as base64url. */
		id: words('id').primaryKey(),
		accountId: words('account_id')
			.notNull()
			.references(() => accounts.id),
		publicKey: words('public_key').notNull(),
		counter: integer('counter').notNull(),
		/** How it may be reached, as WebAuthn names it, with commas between. */
		transports: words('transports').notNull(),
		/** What the person calls it. */
		name: words('name').notNull(),
		createdAt: moment('created_at').notNull(),
		lastUsedAt: moment('last_used_at')
	},
	(table) => [index('passkeys_by_account').on(table.accountId)]
);

/** The one challenge that a session may answer now (WebAuthn), asked for once and answered once. */
export const challenges = sqliteTable('challenges', {
	sessionId: words('session_id').primaryKey(),
	challenge: words('challenge').notNull(),
	expiresAt: moment('expires_at').notNull()
});

/** An authenticator app's secret, wrapped by the master key. It counts once it was confirmed by a code. */
export const authenticators = sqliteTable('authenticators', {
	accountId: words('account_id')
		.primaryKey()
		.references(() => accounts.id),
	wrappedSecret: words('wrapped_secret').notNull(),
	createdAt: moment('created_at').notNull(),
	confirmedAt: moment('confirmed_at'),
	/** The last time step (RFC 6238) of which a code was taken: a code works once. */
	lastStep: integer('last_step').notNull().default(0)
});

/** Recovery codes, each kept as its SHA-256: they are random enough to need no slower hash. */
export const recoveryCodes = sqliteTable(
	'recovery_codes',
	{
		hash: words('hash').primaryKey(),
		accountId: words('account_id')
			.notNull()
			.references(() => accounts.id),
		createdAt: moment('created_at').notNull(),
		usedAt: moment('used_at')
	},
	(table) => [index('recovery_codes_by_account').on(table.accountId)]
);

export const linkKinds = ['reset', 'invitation'] as const;

/** A single-use link that was e-mailed, known by the SHA-256 of its token. */
export const links = sqliteTable(
	'links',
	{
		hash: words('hash').primaryKey(),
		accountId: words('account_id')
			.notNull()
			.references(() => accounts.id),
		kind: words('kind').$type<(typeof linkKinds)[number]>().notNull(),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at')
	},
	(table) => [index('links_by_account').on(table.accountId)]
);

/** Attempts that failed, by what they were made on: an address (its SHA-256), or the whole server. */
export const attempts = sqliteTable('attempts', {
	on: words('on').primaryKey(),
	failures: integer('failures').notNull(),
	lastAt: moment('last_at').notNull(),
	/** Until when the next one waits. */
	waitUntil: moment('wait_until').notNull()
});
