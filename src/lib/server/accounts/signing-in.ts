import { eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import * as v from 'valibot';
import { needsSecondFactor, type Role, type Staff, type Stage } from '../access/index.ts';
import { write } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import { deviceToken, knownAs } from './devices.ts';
import { about, begin } from './limiting.ts';
import { hashPassword, isPassword, isStale } from './passwords.ts';
import { accounts, memberships, type sessions } from './schema.ts';
import { factorsOf, hasOne } from './second-factors.ts';
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
export type DoorSettings = SessionSettings & Pick<House, 'lease' | 'master' | 'config'>;

/** The settings of the door of a house. */
export const doorOf = ({ platform, lease, master, config }: House): DoorSettings => ({
	...{ platform, lease, master, config },
	secure: config.secure
});

export type SignedIn = {
	cookie: Cookie;
	stage: Stage;
	/** What the browser keeps, so that it is known the next time (devices.ts); not before they are in. */
	device?: string;
};

/** What comes with a sign-in beside the form. */
export type From = {
	/** The session that it opens, if any, ends. */
	cookieHeader?: string | null;
	device?: string;
	/**
	 * Takes what need not be waited for. The ledger of an account that exists is written there, so that
	 * the answer takes as long as for one that does not.
	 */
	aside?: (work: () => Promise<void>) => Promise<void>;
};

/**
 * Checks a password and starts a session: a half one where a second factor is to come. That somebody came
 * is written in their organisation's ledger before they get the cookie: where it cannot be, nobody has the
 * token of the session.
 *
 * An account that does not exist and a password that is wrong are one answer, after the same work.
 */
export async function signIn(
	settings: DoorSettings,
	{ email, password }: v.InferOutput<typeof signingIn>,
	{ cookieHeader = null, device, aside = (work) => work() }: From = {},
	at = new Date()
): Promise<SignedIn | 'not recognised' | { wait: number }> {
	const { platform, master } = settings;
	const address = email.toLowerCase();
	const [account] = await platform.select().from(accounts).where(eq(accounts.email, address));
	const known = knownAs(master, account, device, { proved: ['password', 'both'], at });
	const on = about(known ? `sign-in from ${known}` : 'sign-in', address);
	const attempt = await begin(platform, on, { known: known !== undefined }, at);
	if (!attempt.mayTry) return { wait: attempt.wait };
	const right = await isPassword(account?.passwordHash, password);
	const place = right && account ? await placesOf(platform, account.id) : [];
	if (!account || !place[0]) {
		await aside(() => tellOfGuess(settings, account?.id, attempt.nextWaits, at));
		return 'not recognised';
	}
	await attempt.worked();
	await end(settings, cookieHeader);
	const passwordHash = await rehashed(platform, account, password);
	const come = await comeIn(settings, account.id, place[0], at);
	if (come.stage === 'second step') return come;
	const who = { id: account.id, passwordHash };
	return { ...come, device: deviceToken(master, who, 'password', at) };
}

/** Writes down an attempt that failed, and that from now on the next one waits, when it does. */
async function tellOfGuess(
	settings: DoorSettings,
	accountId: string | undefined,
	nextWaits: boolean,
	at: Date
): Promise<void> {
	await tellAll(settings, accountId, 'was not recognised', at);
	if (nextWaits) await tellAll(settings, accountId, 'was made to wait', at);
}

/** Starts the session of somebody whose password was right. */
async function comeIn(settings: DoorSettings, accountId: string, place: Place, at: Date) {
	const { organisationId, staffId } = place;
	const half = hasOne(await factorsOf(settings.platform, accountId));
	if (half) {
		const cookie = await start(settings, { accountId, organisationId }, at);
		return { cookie, stage: 'second step' as const };
	}
	const whole = { accountId, organisationId, standing: 'whole' as const, steppedUpAt: at };
	const cookie = await start(settings, whole, at);
	const who = { id: staffId, sessionId: sessionIdOf(cookie) };
	await tell(settings, organisationId, who, 'signed in', at);
	const stage = needsSecondFactor(place) ? ('enrolling' as const) : ('signed in' as const);
	return { cookie, stage };
}

/** A session of somebody who has proved both, for tests that need one who is signed in. */
export const startWhole = (
	settings: SessionSettings,
	{ steppedUp = true, ...who }: { accountId: string; organisationId: string; steppedUp?: boolean },
	at = new Date()
): Promise<Cookie> =>
	start(settings, { ...who, standing: 'whole', steppedUpAt: steppedUp ? at : null }, at);

/** Signs out whoever a request's cookie names, and gives the cookie that forgets it. */
export async function signOut(
	settings: DoorSettings,
	cookieHeader: string | null,
	at = new Date()
): Promise<Cookie> {
	const comer = await whoComes(settings, cookieHeader, at);
	const cookie = await end(settings, cookieHeader);
	if (comer && comer.stage !== 'second step')
		await tell(settings, comer.staff.organisation.id, comer.staff, 'signed out', at);
	return cookie;
}

/** Writes what happened to a person's way in where they are. */
export async function tell(
	{ lease }: Pick<DoorSettings, 'lease'>,
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

/** The same in every organisation of an account, for what happens before they are anywhere. */
export async function tellAll(
	settings: Pick<DoorSettings, 'platform' | 'lease'>,
	accountId: string | undefined,
	event: ledger.SignInEvent,
	at: Date
): Promise<void> {
	if (!accountId) return;
	for (const { organisationId, staffId } of await placesOf(settings.platform, accountId)) {
		const who = { id: staffId, sessionId: ledger.noSession };
		await tell(settings, organisationId, who, event, at);
	}
}

/** Where somebody is a member, as whom and as what; the place they came to first is the first. */
export type Place = { organisationId: string; staffId: string; roles: Role[] };

export async function placesOf(
	platform: SessionSettings['platform'],
	accountId: string
): Promise<Place[]> {
	const held = await platform
		.select()
		.from(memberships)
		.where(eq(memberships.accountId, accountId))
		.orderBy(memberships.since, memberships.organisationId, memberships.role);
	const places = new Map<string, Place>();
	for (const { organisationId, staffId, role } of held) {
		const { roles } = places.get(organisationId) ?? { roles: [] };
		places.set(organisationId, { organisationId, staffId, roles: [...roles, role] });
	}
	return [...places.values()];
}

/** Who has come, in which organisation and as what, and how far; `undefined` when nobody has. */
export async function whoComes(
	settings: SessionSettings,
	cookieHeader: string | null,
	at = new Date()
): Promise<{ staff: Staff; stage: Stage } | undefined> {
	const found = await current(settings, cookieHeader, at);
	if (!found) return undefined;
	const { session, user } = found;
	const organisation = await organisations.byId(settings.platform, session.organisationId);
	const places = await placesOf(settings.platform, user.id);
	const place = places.find(({ organisationId }) => organisationId === session.organisationId);
	if (!organisation || !place) return undefined;
	const staff = {
		id: place.staffId,
		accountId: user.id,
		sessionId: session.id,
		name: user.name,
		roles: place.roles,
		organisation,
		steppedUpAt: session.steppedUpAt
	};
	return { staff, stage: await stageOf(settings, session, staff) };
}

async function stageOf(
	{ platform }: SessionSettings,
	{ standing, awayAt }: Pick<typeof sessions.$inferSelect, 'standing' | 'awayAt'>,
	staff: Staff
): Promise<Stage> {
	if (standing !== 'whole') return 'second step';
	if (awayAt) return 'away';
	const lacks = needsSecondFactor(staff) && !hasOne(await factorsOf(platform, staff.accountId));
	return lacks ? 'enrolling' : 'signed in';
}

/** Who is signed in, all the way; `undefined` when nobody is. */
export async function whoIs(
	settings: SessionSettings,
	cookieHeader: string | null,
	at = new Date()
): Promise<Staff | undefined> {
	const comer = await whoComes(settings, cookieHeader, at);
	return comer?.stage === 'signed in' ? comer.staff : undefined;
}

/** The hash of a right password: a new one, kept, when it was made with less than is asked for today. */
async function rehashed(
	platform: SessionSettings['platform'],
	{ id, passwordHash }: { id: string; passwordHash: string },
	password: string
): Promise<string> {
	if (!isStale(passwordHash)) return passwordHash;
	const stronger = await hashPassword(password);
	await write(platform, (tx) =>
		tx.update(accounts).set({ passwordHash: stronger }).where(eq(accounts.id, id))
	);
	return stronger;
}
