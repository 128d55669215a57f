import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import { begin } from './limiting.ts';
import { sessions } from './schema.ts';
import { attemptPassword, tellOfFailure, withinSession, type Proved } from './second-step.ts';
import { renew, sessionIdOf } from './sessions.ts';
import { tell, type DoorSettings } from './signing-in.ts';

export const comingBack = v.object({
	password: v.pipe(
		v.string(),
		v.nonEmpty('Enter your password'),
		v.maxLength(1000, 'That is too long')
	)
});

/**
 * Puts a session away: it opens nothing until the person has come back. It is away before the ledger is
 * told, since whoever stands behind the screen waits for no ledger.
 */
export async function putAway(
	settings: DoorSettings,
	staff: Staff,
	at = new Date()
): Promise<void> {
	const away = await write(settings.platform, (tx) =>
		tx
			.update(sessions)
			.set({ awayAt: at })
			.where(and(eq(sessions.id, staff.sessionId), isNull(sessions.awayAt)))
			.returning()
	);
	if (away.length > 0) await tell(settings, staff.organisation.id, staff, 'hid the desk', at);
}

/**
 * Opens a session again that was put away, for whoever knows its password, within the limits of this
 * sign-in. The session gets a new token, and acts that need a step-up need a new one.
 */
export async function comeBack(
	settings: DoorSettings,
	staff: Staff,
	{ password }: v.InferOutput<typeof comingBack>,
	at = new Date()
): Promise<Proved> {
	const place = staff.organisation.id;
	const on = await withinSession(settings, staff, 'password');
	const attempt = await begin(settings.platform, on, { known: true }, at);
	if (!attempt.mayTry) return { wait: attempt.wait };
	if (!(await attemptPassword(settings, staff, password))) {
		await tellOfFailure(settings, staff, attempt.nextWaits, at);
		return 'not recognised';
	}
	await attempt.worked();
	const changes = { awayAt: null, steppedUpAt: null };
	const cookie = await renew(settings, staff.sessionId, changes, at);
	if (!cookie) return 'not recognised';
	await tell(settings, place, { id: staff.id, sessionId: sessionIdOf(cookie) }, 'came back', at);
	return { cookie };
}
