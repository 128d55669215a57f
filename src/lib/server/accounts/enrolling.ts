import { and, eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import * as v from 'valibot';
import { isFresh, needsSecondFactor, type Staff } from '../access/index.ts';
import { write, type Tx } from '../db/index.ts';
import { confirmOffered } from './authenticators.ts';
import { keepPasskey } from './passkeys.ts';
import { forgetRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import { authenticators, memberships, passkeys } from './schema.ts';
import { factorsOf, hasOne, proving } from './second-factors.ts';
import { renew } from './sessions.ts';
import { tell, type DoorSettings } from './signing-in.ts';

/** What the page of one's factors sends: a code, a passkey's answer and its name, or what is to go. */
export const keepingFactors = v.object({
	...proving.entries,
	name: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(60, 'Keep this under 60 letters')),
	which: v.pipe(v.optional(v.string(), ''), v.maxLength(2_000, 'That is too long'))
});

/** A factor was added: the session's new cookie, and the recovery codes that came with the first one. */
export type Enrolled = { cookie: Cookie; codes: string[] };

/**
 * What is answered to somebody who has not lately proved who they are: whoever sits at a desk that was left
 * open adds nothing, makes nothing and takes nothing away. It holds for the first factor too.
 */
type Stale = 'step up';

/** Confirms the app that was offered in this session, by a code of it. */
export const confirmApp = (
	settings: DoorSettings,
	staff: Staff,
	code: string,
	at = new Date()
): Promise<Enrolled | Stale | 'not recognised'> =>
	enrol(settings, staff, 'authenticator', () => confirmOffered(settings, staff, code, at), at);

/** Keeps the passkey that a browser made for this session. */
export const addPasskey = (
	settings: DoorSettings,
	staff: Staff,
	made: { name: string; response: unknown },
	at = new Date()
): Promise<Enrolled | Stale | 'not recognised'> =>
	enrol(
		settings,
		staff,
		'passkey',
		async () => (await keepPasskey(settings, staff, made, at)) === 'kept',
		at
	);

/** Adds a factor. With the first one come recovery codes, and any from before are worth nothing. */
async function enrol(
	settings: DoorSettings,
	staff: Staff,
	method: 'authenticator' | 'passkey',
	add: () => Promise<boolean>,
	at: Date
): Promise<Enrolled | Stale | 'not recognised'> {
	if (!isFresh(staff, at)) return 'step up';
	const { platform } = settings;
	const isFirst = !hasOne(await factorsOf(platform, staff.accountId));
	if (!(await add())) return 'not recognised';
	await tell(settings, staff.organisation.id, staff, 'added a second factor', at);
	const codes = isFirst ? await newRecoveryCodes(platform, staff.accountId, at) : [];
	// It proves nothing anew: until when the step-up holds stays as it was.
	const cookie = await renew(settings, staff.sessionId, { method }, at);
	return cookie ? { cookie, codes } : 'not recognised';
}

/** What came of taking a factor away. */
export type Removed = 'removed' | 'the last one' | 'not found' | Stale;

/**
 * Takes the app, or the passkey of that id, away; never the last of somebody who needs one anywhere they
 * belong. With the last one go the recovery codes.
 */
export async function removeFactor(
	settings: DoorSettings,
	staff: Staff,
	which: 'app' | { passkey: string },
	at = new Date()
): Promise<Removed> {
	if (!isFresh(staff, at)) return 'step up';
	const { platform } = settings;
	const { accountId } = staff;
	const foreseen = await wouldBe(platform, accountId, which);
	if (foreseen !== 'removed') return foreseen;
	await tell(settings, staff.organisation.id, staff, 'removed a second factor', at);
	return write(platform, async (tx) => {
		// Asked again where it is done: of two factors that go at once, one stays.
		const outcome = await wouldBe(tx, accountId, which);
		if (outcome !== 'removed') return outcome;
		if (which === 'app')
			await tx.delete(authenticators).where(eq(authenticators.accountId, accountId));
		else await tx.delete(passkeys).where(eq(passkeys.id, which.passkey));
		if (!hasOne(await factorsOf(tx, accountId))) await forgetRecoveryCodes(tx, accountId);
		return outcome;
	});
}

/** What would come of taking one's own factor away, as things stand. */
async function wouldBe(
	from: Pick<Tx, 'select'>,
	accountId: string,
	which: 'app' | { passkey: string }
): Promise<'removed' | 'the last one' | 'not found'> {
	const { app, passkeys: keys } = await factorsOf(from, accountId);
	const isThere = which === 'app' ? app : await isTheirs(from, accountId, which.passkey);
	if (!isThere) return 'not found';
	if (Number(app) + keys > 1) return 'removed';
	const held = await from.select().from(memberships).where(eq(memberships.accountId, accountId));
	return needsSecondFactor({ roles: held.map(({ role }) => role) }) ? 'the last one' : 'removed';
}

async function isTheirs(
	from: Pick<Tx, 'select'>,
	accountId: string,
	passkey: string
): Promise<boolean> {
	const own = and(eq(passkeys.id, passkey), eq(passkeys.accountId, accountId));
	return (await from.select({ id: passkeys.id }).from(passkeys).where(own)).length > 0;
}

/** Makes ten new recovery codes for somebody who has a factor, and forgets the old ones. */
export async function renewRecoveryCodes(
	settings: DoorSettings,
	staff: Staff,
	at = new Date()
): Promise<string[] | Stale | 'no factor'> {
	if (!isFresh(staff, at)) return 'step up';
	if (!hasOne(await factorsOf(settings.platform, staff.accountId))) return 'no factor';
	await tell(settings, staff.organisation.id, staff, 'made new recovery codes', at);
	return newRecoveryCodes(settings.platform, staff.accountId, at);
}
