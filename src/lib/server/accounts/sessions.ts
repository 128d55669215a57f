import { createHash, randomBytes } from 'node:crypto';
import { Lucia, TimeSpan, type Cookie } from 'lucia';
import type { Database } from '../db/index.ts';
import { adapter } from './adapter.ts';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof engine>;
		DatabaseSessionAttributes: {
			organisationId: string;
			createdAt: Date;
			steppedUpAt: Date | null;
		};
		DatabaseUserAttributes: { name: string };
	}
}

/** Where sessions live and how their cookie travels. */
export type SessionSettings = { platform: Database<'platform'>; secure: boolean };

// Long enough for a lesson between two glances at the desk; the shorter idle limit and the absolute
// one come with the second factors.
const lasts = new TimeSpan(30, 'm');

// `Path=/desk`: the cookie never travels to the doors that children use.
const engine = ({ platform, secure }: SessionSettings) =>
	new Lucia(adapter(platform), {
		sessionExpiresIn: lasts,
		sessionCookie: {
			name: secure ? '__Secure-wm' : 'wm',
			expires: false,
			attributes: { path: '/desk', sameSite: 'lax', secure }
		},
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: ({ name }) => ({ name })
	});

/** What names a session in the ledger and opens nothing: the SHA-256 of its token. */
export const sessionIdOf = ({ value }: Cookie): string => hashed(value);

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Starts a session with a new random token. Only its hash is kept; the cookie alone holds the token. */
export async function start(
	settings: SessionSettings,
	accountId: string,
	organisationId: string,
	at = new Date()
): Promise<Cookie> {
	const lucia = engine(settings);
	const token = randomBytes(32).toString('base64url');
	await lucia.createSession(
		accountId,
		{ organisationId, createdAt: at, steppedUpAt: null },
		{ sessionId: hashed(token) }
	);
	return asSessionCookie(lucia.createSessionCookie(token));
}

// Read here, because Lucia decodes the name and the value of every cookie. It throws on a `%` that begins
// no letter, so that another site's cookie would keep somebody out; and `%5F_Secure-wm`, which a browser
// does not guard, would stand for the name that it does.
function tokenIn(lucia: ReturnType<typeof engine>, cookieHeader: string | null) {
	const named = `${lucia.sessionCookieName}=`;
	const cookies = (cookieHeader ?? '').split(/; ?/);
	return cookies.findLast((each) => each.startsWith(named))?.slice(named.length);
}

/** The session that a request's cookie opens, if it opens one. Looking keeps a used session alive. */
export async function current(settings: SessionSettings, cookieHeader: string | null) {
	const lucia = engine(settings);
	const token = tokenIn(lucia, cookieHeader);
	if (!token) return undefined;
	const { session, user } = await lucia.validateSession(hashed(token));
	return session ? { session, user } : undefined;
}

/** Ends the session that a request's cookie opens, and gives the cookie that forgets it. */
export async function end(settings: SessionSettings, cookieHeader: string | null): Promise<Cookie> {
	const lucia = engine(settings);
	const token = tokenIn(lucia, cookieHeader);
	if (token) await lucia.invalidateSession(hashed(token));
	return lucia.createBlankSessionCookie();
}

/** A cookie without `Max-Age`: it goes when the browser is closed, on a computer that others use next. */
function asSessionCookie(cookie: Cookie): Cookie {
	delete cookie.attributes.maxAge;
	delete cookie.attributes.expires;
	return cookie;
}
