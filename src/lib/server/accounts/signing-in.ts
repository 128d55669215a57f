import { and, eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import * as ledger from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { isPassword } from './passwords.ts';
import { accounts, memberships } from './schema.ts';
import { current, end, sessionIdOf, start, type SessionSettings } from './sessions.ts';

export const signingIn = v.object({
	email: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter your e-mail address')),
	password: v.pipe(
		v.string(),
		v.nonEmpty('Enter your password'),
		v.maxLength(1000, 'That is too long')
	)
});

/** Where sessions live, and the way to the ledgers in which signing in and out is written down. */
export type DoorSettings = SessionSettings & Pick<House, 'lease'>;

/**
 * Signs a person in and starts a new session. That they came is written in their organisation's ledger
 * before they get the cookie: where it cannot be, nobody has the token of the session.
 *
 * An account that does not exist and a password that is wrong are one answer, after the same work.
 */
export async function signIn(
	settings: DoorSettings,
	{ email, password }: v.InferOutput<typeof signingIn>,
	at = new Date()
): Promise<Cookie | 'not recognised'> {
	const { platform } = settings;
	const [account] = await platform
		.select()
		.from(accounts)
		.where(eq(accounts.email, email.toLowerCase()));
	if (!(await isPassword(account?.passwordHash, password)) || !account) return 'not recognised';

	const [membership] = await platform
		.select()
		.from(memberships)
		.where(eq(memberships.accountId, account.id))
		.orderBy(memberships.since, memberships.organisationId)
		.limit(1);
	if (!membership) return 'not recognised';
	const { staffId, organisationId } = membership;
	const cookie = await start(settings, account.id, organisationId, at);
	const who = { id: staffId, sessionId: sessionIdOf(cookie) };
	await tell(settings, organisationId, who, 'signed in', at);
	return cookie;
}

/** Signs out whoever a request's cookie names, and gives the cookie that forgets it. */
export async function signOut(
	settings: DoorSettings,
	cookieHeader: string | null,
	at = new Date()
): Promise<Cookie> {
	const staff = await whoIs(settings, cookieHeader);
	const cookie = await end(settings, cookieHeader);
	if (staff) await tell(settings, staff.organisation.id, staff, 'signed out', at);
	return cookie;
}

async function tell(
	{ lease }: DoorSettings,
	organisationId: string,
	who: ledger.Who,
	event: ledger.SignInEvent,
	at: Date
): Promise<void> {
	const { db, release } = await lease(organisationId);
	try {
		await ledger.recordSignIn(db, who, event, at);
	} finally {
		release();
	}
}

/** Who is signed in, in which organisation and as what; `undefined` when nobody is. */
export async function whoIs(
	settings: SessionSettings,
	cookieHeader: string | null
): Promise<Staff | undefined> {
	const found = await current(settings, cookieHeader);
	if (!found) return undefined;
	const { session, user } = found;
	const [organisation, held] = await Promise.all([
		organisations.byId(settings.platform, session.organisationId),
		settings.platform
			.select()
			.from(memberships)
			.where(
				and(
					eq(memberships.accountId, user.id),
					eq(memberships.organisationId, session.organisationId)
				)
			)
	]);
	const [first] = held;
	if (!organisation || !first) return undefined;
	return {
		id: first.staffId,
		accountId: user.id,
		sessionId: session.id,
		name: user.name,
		roles: held.map(({ role }) => role),
		organisation,
		steppedUpAt: session.steppedUpAt
	};
}
