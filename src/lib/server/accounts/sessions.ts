import { createHash, randomBytes } from 'node:crypto';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import { Lucia, TimeSpan, type Cookie } from 'lucia';
import { write, type Database, type Tx } from '../db/index.ts';
import { adapter } from './adapter.ts';
import { challenges, sessions } from './schema.ts';

type Row = typeof sessions.$inferSelect;
type Attributes = Omit<Row, 'id' | 'accountId' | 'expiresAt'>;

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof engine>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: { name: string };
	}
}

/** Where sessions live and how their cookie travels. */
export type SessionSettings = { platform: Database<'platform'>; secure: boolean };

const minute = 60_000;

/** How long a session lasts, in milliseconds. Issue B: 15 minutes unused at the desk, 10 hours in all. */
export const limits = {
	idle: 15 * minute,
	absolute: 600 * minute,
	/** Between the password and the second factor: long enough to find one's telephone. */
	half: 10 * minute
};

// Writing it at every page would make every reading a write to the platform. So the idle limit is exact
// to a minute: a session may end up to one minute before its fifteen are over, and never after.
const noteAfter = minute;

// `Path=/desk`: the cookie never travels to the doors that children use.
const engine = ({ platform, secure }: SessionSettings) =>
	new Lucia(adapter(platform), {
		sessionExpiresIn: new TimeSpan(limits.absolute, 'ms'),
		sessionCookie: {
			name: secure ? '__Secure-wm' : 'wm',
			expires: false,
			attributes: { path: '/desk', sameSite: 'lax', secure }
		},
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: ({ name }) => ({ name })
	});

/** What names a session in the ledger and opens nothing: the SHA-256 of its token. */
export const sessionIdOf = ({ value }: Pick<Cookie, 'value'>): string => hashed(value);

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

export type NewSession = Pick<Row, 'accountId' | 'organisationId'> &
	Partial<Pick<Row, 'standing' | 'method' | 'steppedUpAt'>>;

/** Starts a session with a new random token. Only its hash is kept; the cookie alone holds the token. */
export async function start(
	settings: SessionSettings,
	{ accountId, ...how }: NewSession,
	at = new Date()
): Promise<Cookie> {
	const lucia = engine(settings);
	const token = newToken();
	await lucia.createSession(
		accountId,
		{ ...fresh, ...how, createdAt: at, lastSeenAt: at },
		{ sessionId: hashed(token) }
	);
	return asSessionCookie(lucia.createSessionCookie(token));
}

const fresh = { standing: 'half', method: 'password', steppedUpAt: null, awayAt: null } as const;

const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Gives a session a new token, and with it what has changed. The old token opens nothing from then on, in
 * one write with the new one's beginning. The absolute limit goes on counting from the sign-in.
 *
 * @returns the new cookie, or `undefined` when the session has ended meanwhile.
 */
export async function renew(
	settings: SessionSettings,
	sessionId: string,
	changes: Partial<Pick<Row, 'standing' | 'method' | 'steppedUpAt' | 'awayAt' | 'organisationId'>>,
	at = new Date()
): Promise<Cookie | undefined> {
	const token = newToken();
	const renewed = await write(settings.platform, async (tx) => {
		const [before] = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning();
		if (!before) return false;
		await tx.delete(challenges).where(eq(challenges.sessionId, sessionId));
		await tx.insert(sessions).values({ ...before, ...changes, id: hashed(token), lastSeenAt: at });
		return true;
	});
	return renewed ? asSessionCookie(engine(settings).createSessionCookie(token)) : undefined;
}

// Read here, because Lucia decodes the name and the value of every cookie. It throws on a `%` that begins
// no letter, so that another site's cookie would keep somebody out; and `%5F_Secure-wm`, which a browser
// does not guard, would stand for the name that it does.
function tokensIn(name: string, cookieHeader: string | null): string[] {
	const cookies = (cookieHeader ?? '').split(/; ?/);
	const ours = cookies.filter((each) => each.startsWith(`${name}=`));
	return [...new Set(ours.map((each) => each.slice(name.length + 1)))].filter(Boolean);
}

// A browser sends one. More are somebody's attempt to plant one; so many are not looked up.
const mostTokens = 4;

/** The ids of the sessions that a request's cookie names, alive or not. */
export const sessionIdsIn = (settings: SessionSettings, cookieHeader: string | null): string[] =>
	tokensIn(engine(settings).sessionCookieName, cookieHeader).slice(0, mostTokens).map(hashed);

/** The session that a request's cookie opens, if it opens one. Looking keeps a used session alive. */
export async function current(
	settings: SessionSettings,
	cookieHeader: string | null,
	at = new Date()
) {
	const lucia = engine(settings);
	const tokens = tokensIn(lucia.sessionCookieName, cookieHeader);
	if (tokens.length > mostTokens) return undefined;
	const found = [];
	for (const token of tokens) {
		const { session, user } = await lucia.validateSession(hashed(token));
		if (session && !isOver(session, at)) found.push({ session, user });
		else if (session) await lucia.invalidateSession(session.id);
	}
	// Of two that are alive, one may have been planted to be taken for the other: neither opens anything.
	const [only] = found;
	if (!only || found.length > 1) return undefined;
	await note(settings.platform, only.session, at);
	return only;
}

type Times = Pick<Row, 'createdAt' | 'lastSeenAt' | 'standing'>;

/** Whether a session has reached one of its limits. */
export function isOver({ createdAt, lastSeenAt, standing }: Times, at: Date): boolean {
	const unused = at.getTime() - (lastSeenAt ?? createdAt).getTime();
	return (
		unused > (standing === 'half' ? limits.half : limits.idle) ||
		at.getTime() - createdAt.getTime() > limits.absolute
	);
}

/** Notes that a whole session is used. A half one has its ten minutes and no more. */
async function note(
	platform: Database<'platform'>,
	{ id, lastSeenAt, standing }: { id: string } & Times,
	at: Date
): Promise<void> {
	if (standing === 'half') return;
	if (lastSeenAt && at.getTime() - lastSeenAt.getTime() < noteAfter) return;
	await write(platform, (tx) =>
		tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, id))
	);
}

/**
 * What names a sign-in, however often its session gets a new token: the account and when it began. Attempts
 * within a session are counted on it, so that a new token does not begin the count anew.
 */
export async function signInOf(
	platform: Database<'platform'>,
	sessionId: string
): Promise<string | undefined> {
	const [row] = await platform.select().from(sessions).where(eq(sessions.id, sessionId));
	return row && `${row.accountId} ${row.createdAt.getTime()}`;
}

/** Ends every session that a request's cookie opens, and gives the cookie that forgets it. */
export async function end(settings: SessionSettings, cookieHeader: string | null): Promise<Cookie> {
	const lucia = engine(settings);
	for (const token of tokensIn(lucia.sessionCookieName, cookieHeader).slice(0, mostTokens))
		await lucia.invalidateSession(hashed(token));
	return lucia.createBlankSessionCookie();
}

/** Ends an account's sessions, in the caller's own transaction: all of them, or those of one organisation; never `except`. */
export async function endSessions(
	tx: Tx,
	accountId: string,
	{ organisationId, except }: { organisationId?: string; except?: string } = {}
): Promise<void> {
	const which: (SQL | undefined)[] = [eq(sessions.accountId, accountId)];
	if (organisationId) which.push(eq(sessions.organisationId, organisationId));
	if (except) which.push(ne(sessions.id, except));
	await tx.delete(sessions).where(and(...which));
}

/** A cookie without `Max-Age`: it goes when the browser is closed, on a computer that others use next. */
function asSessionCookie(cookie: Cookie): Cookie {
	delete cookie.attributes.maxAge;
	delete cookie.attributes.expires;
	return cookie;
}
