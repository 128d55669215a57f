import type { Cookie } from 'lucia';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { about, begin } from './limiting.ts';
import { isPassword } from './passwords.ts';
import { factorsOf, hasOne, prove, proving, type Method, type Proof } from './second-factors.ts';
import { renew, sessionIdOf } from './sessions.ts';
import { tell, type DoorSettings } from './signing-in.ts';
import { accounts } from './schema.ts';
import { eq } from 'drizzle-orm';

/** What came of an attempt to prove oneself. `wait` is in milliseconds. */
export type Proved = { cookie: Cookie } | 'not recognised' | { wait: number };

/** Takes the second factor after the password: the session is whole from here, and has a new token. */
export const takeSecondStep = (
	settings: DoorSettings,
	staff: Staff,
	proof: Proof,
	at = new Date()
): Promise<Proved> =>
	proveAnd(settings, staff, 'signed in', (on) => attemptFactor(settings, staff, proof, on), at);

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
	return proveAnd(
		settings,
		staff,
		'stepped up',
		(on) =>
			factor
				? attemptFactor(settings, staff, proof, on)
				: attemptPassword(settings, staff, password),
		at
	);
}

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

/** One attempt, within the limits of the account: what it proves begins a new token. */
async function proveAnd(
	settings: DoorSettings,
	staff: Staff,
	event: 'signed in' | 'stepped up',
	attemptNow: (at: Date) => Promise<Method | undefined>,
	at: Date
): Promise<Proved> {
	const { platform } = settings;
	const place = staff.organisation.id;
	// Apart from the password's: whoever is here has given that, or has a session already.
	const attempt = await begin(platform, about('prove', staff.accountId), { known: true }, at);
	if (!attempt.mayTry) {
		await tell(settings, place, staff, 'was made to wait', at);
		return { wait: attempt.wait };
	}
	const method = await attemptNow(at);
	if (!method) {
		await tell(settings, place, staff, 'was not recognised', at);
		return 'not recognised';
	}
	await attempt.worked();
	if (method === 'recovery code') await tell(settings, place, staff, 'used a recovery code', at);
	const changes = { standing: 'whole', method, steppedUpAt: at } as const;
	const cookie = await renew(settings, staff.sessionId, changes, at);
	if (!cookie) return 'not recognised';
	await tell(settings, place, { id: staff.id, sessionId: sessionIdOf(cookie) }, event, at);
	return { cookie };
}
