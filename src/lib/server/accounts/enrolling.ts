import type { Cookie } from 'lucia';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { forgetApp, takeCode } from './authenticators.ts';
import { forgetPasskey, keepPasskey } from './passkeys.ts';
import { newRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts';
import { factorsOf, mayLose, proving } from './second-factors.ts';
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

/** Confirms the app that was offered, by a code of it. */
export const confirmApp = async (
	settings: DoorSettings,
	staff: Staff,
	code: string,
	at = new Date()
): Promise<Enrolled | 'not recognised'> =>
	(await takeCode(settings, staff.accountId, code, 'offered', at))
		? enrolled(settings, staff, 'authenticator', at)
		: 'not recognised';

/** Keeps the passkey that a browser made for this session. */
export const addPasskey = async (
	settings: DoorSettings,
	staff: Staff,
	made: { name: string; response: unknown },
	at = new Date()
): Promise<Enrolled | 'not recognised'> =>
	(await keepPasskey(settings, staff, made, at)) === 'kept'
		? enrolled(settings, staff, 'passkey', at)
		: 'not recognised';

async function enrolled(
	settings: DoorSettings,
	staff: Staff,
	method: 'authenticator' | 'passkey',
	at: Date
): Promise<Enrolled | 'not recognised'> {
	const { platform } = settings;
	await tell(settings, staff.organisation.id, staff, 'added a second factor', at);
	const first = (await recoveryCodesLeft(platform, staff.accountId)) === 0;
	const codes = first ? await newRecoveryCodes(platform, staff.accountId, at) : [];
	const cookie = await renew(settings, staff.sessionId, { method, steppedUpAt: at }, at);
	return cookie ? { cookie, codes } : 'not recognised';
}

/** What came of taking a factor away. */
export type Removed = 'removed' | 'the last one' | 'not found';

/** Takes the app, or the passkey of that id, away; never the last of somebody whose roles need one. */
export async function removeFactor(
	settings: DoorSettings,
	staff: Staff,
	which: 'app' | { passkey: string },
	at = new Date()
): Promise<Removed> {
	const { platform } = settings;
	if (!mayLose(staff.roles, await factorsOf(platform, staff.accountId))) return 'the last one';
	await tell(settings, staff.organisation.id, staff, 'removed a second factor', at);
	if (which === 'app') await forgetApp(settings, staff.accountId, 'confirmed');
	else if (!(await forgetPasskey(platform, staff.accountId, which.passkey))) return 'not found';
	return 'removed';
}

/** Makes ten new recovery codes for somebody, and forgets the old ones. */
export async function renewRecoveryCodes(
	settings: DoorSettings,
	staff: Staff,
	at = new Date()
): Promise<string[]> {
	await tell(settings, staff.organisation.id, staff, 'made new recovery codes', at);
	return newRecoveryCodes(settings.platform, staff.accountId, at);
}
