import { and, eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import * as organisations from '../organisations/index.ts';
import { isPassword } from './passwords.ts';
import { accounts, memberships } from './schema.ts';
import { current, start, type SessionSettings } from './sessions.ts';

export const signingIn = v.object({
	email: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter your e-mail address')),
	password: v.pipe(
		v.string(),
		v.nonEmpty('Enter your password'),
		v.maxLength(1000, 'That is too long')
	)
});

/**
 * Signs a person in and starts a new session.
 *
 * An account that does not exist and a password that is wrong are one answer, after the same work.
 */
export async function signIn(
	settings: SessionSettings,
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
	return start(settings, account.id, membership.organisationId, at);
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
		organisation
	};
}
