import { eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { deviceToken, knownAs } from './devices.ts';
import { about, begin } from './limiting.ts';
import { isPassword } from './passwords.ts';
import { accounts } from './schema.ts';
import { factorsOf, hasOne, prove, proving, type Method, type Proof } from './second-factors.ts';
import { renew, sessionIdOf, signInOf } from './sessions.ts';
import { tell, type DoorSettings } from './signing-in.ts';

/** What came of an attempt to prove oneself. `wait` is in milliseconds. */
export type Proved = { cookie: Cookie } | 'not recognised' | { wait: number };

/**
 * Takes the second factor after the password: the session is whole from here, and has a new token. The
 * browser is given a token by which it is known the next time: like the password's, its attempts are then
 * counted apart from those of somebody elsewhere who has the password and guesses codes.
 */
export async function takeSecondStep(
	settings: DoorSettings,
	staff: Staff,
	proof: Proof,
	at = new Date(),
	device?: string
): Promise<Exclude<Proved, { cookie: Cookie }> | { cookie: Cookie; device: string }> {
	const { platform, master } = settings;
	const [account] = await platform.select().from(accounts).where(eq(accounts.id, staff.accountId));
	if (!account) throw new Error('A session stands for no account');
	const known = knownAs(master, account, device, { proved: ['both'], at });
	const on = about(known ? `second step from ${known}` : 'second step', staff.accountId);
	const attempt = () => attemptFactor(settings, staff, proof, at);
	const outcome = await proveAnd(settings, staff, { event: 'signed in', on, attempt }, at);
	if (outcome === 'not recognised' || 'wait' in outcome) return outcome;
	return { ...outcome, device: deviceToken(master, account, 'both', at) };
}

/** The form of a step-up: a factor, or the password where there is none. */
export const steppingUp = v.object({
	...proving.entries,
	password: v.pipe(v.optional(v.string(), ''), v.maxLength(1000, 'That is too long'))
});

/**
 * Proves anew who is there, for acts that need it: the second factor of those who have one, the password
 * of those who have none. The session gets a new token.
 */
export async function stepUp(
	settings: DoorSettings,
	staff: Staff,
	{ password, ...proof }: v.InferOutput<typeof steppingUp>,
	at = new Date()
): Promise<Proved> {
	const factor = hasOne(await factorsOf(settings.platform, staff.accountId));
	const attempt = () =>
		factor ? attemptFactor(settings, staff, proof, at) : attemptPassword(settings, staff, password);
	const on = await withinSession(settings, staff, factor ? 'factor' : 'password');
	return proveAnd(settings, staff, { event: 'stepped up', on, attempt }, at);
}

/**
 * What the attempts of somebody who is in are counted on: this sign-in alone, since guesses at a desk that was
 * left open must keep nobody from another; and each kind of proof apart, since knowing the one must not
 * forgive guesses at the other.
 */
export const withinSession = async (
	{ platform }: Pick<DoorSettings, 'platform'>,
	{ sessionId }: Pick<Staff, 'sessionId'>,
	proof: 'password' | 'factor'
): Promise<string> =>
	about(`${proof} within a session`, (await signInOf(platform, sessionId)) ?? sessionId);

const attemptFactor = (
	settings: DoorSettings,
	{ accountId, name, sessionId }: Staff,
	proof: Proof,
	at: Date
): Promise<Method | undefined> => prove(settings, { accountId, name, sessionId }, proof, at);

/** Whether this is the account's password. */
export async function attemptPassword(
	{ platform }: Pick<DoorSettings, 'platform'>,
	{ accountId }: Pick<Staff, 'accountId'>,
	password: string
): Promise<Method | undefined> {
	const [account] = await platform.select().from(accounts).where(eq(accounts.id, accountId));
	return (await isPassword(account?.passwordHash, password)) ? 'password' : undefined;
}

type Attempting = {
	event: 'signed in' | 'stepped up';
	/** What the attempts are counted on (limiting.ts). */
	on: string;
	attempt: () => Promise<Method | undefined>;
};

/** One attempt, within its limits: what it proves begins a new token. */
async function proveAnd(
	settings: DoorSettings,
	staff: Staff,
	{ event, on, attempt }: Attempting,
	at: Date
): Promise<Proved> {
	const place = staff.organisation.id;
	const begun = await begin(settings.platform, on, { known: true }, at);
	if (!begun.mayTry) return { wait: begun.wait };
	const method = await attempt();
	if (!method) {
		await tellOfFailure(settings, staff, begun.nextWaits, at);
		return 'not recognised';
	}
	await begun.worked();
	if (method === 'recovery code') await tell(settings, place, staff, 'used a recovery code', at);
	const changes = { standing: 'whole', method, steppedUpAt: at } as const;
	const cookie = await renew(settings, staff.sessionId, changes, at);
	if (!cookie) return 'not recognised';
	await tell(settings, place, { id: staff.id, sessionId: sessionIdOf(cookie) }, event, at);
	return { cookie };
}

/** Writes down an attempt that failed, and that from now on the next one waits, when it does. */
export async function tellOfFailure(
	settings: DoorSettings,
	staff: Staff,
	nextWaits: boolean,
	at: Date
): Promise<void> {
	const place = staff.organisation.id;
	await tell(settings, place, staff, 'was not recognised', at);
	if (nextWaits) await tell(settings, place, staff, 'was made to wait', at);
}
