import { and, desc, eq } from 'drizzle-orm';
import type { Cookie } from 'lucia';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import { sessions, type methods } from './schema.ts';
import { endSessions, isOver, renew, sessionIdOf } from './sessions.ts';
import { placesOf, tell, type DoorSettings } from './signing-in.ts';

/** One of a person's sessions. `number` is its place in the list, so that no page holds its hash. */
export type OwnSession = {
	number: number;
	begun: Date;
	lastSeen: Date;
	method: (typeof methods)[number];
	thisOne: boolean;
};

async function rowsOf({ platform }: Pick<DoorSettings, 'platform'>, accountId: string, at: Date) {
	const rows = await platform
		.select()
		.from(sessions)
		.where(and(eq(sessions.accountId, accountId), eq(sessions.standing, 'whole')))
		.orderBy(desc(sessions.createdAt), sessions.id);
	return rows.filter((row) => !isOver(row, at));
}

/** The sessions of a person that are alive, the newest sign-in first. */
export async function ownSessions(
	settings: Pick<DoorSettings, 'platform'>,
	staff: Staff,
	at = new Date()
): Promise<OwnSession[]> {
	return (await rowsOf(settings, staff.accountId, at)).map((row, index) => ({
		number: index + 1,
		begun: row.createdAt,
		lastSeen: row.lastSeenAt ?? row.createdAt,
		method: row.method,
		thisOne: row.id === staff.sessionId
	}));
}

/**
 * Ends another of one's own sessions, named by when it began, in milliseconds since 1970: a place in the
 * list may be another's by the time the button is pressed.
 */
export async function endOwn(
	settings: DoorSettings,
	staff: Staff,
	begun: string,
	at = new Date()
): Promise<'ended' | 'not found'> {
	const rows = await rowsOf(settings, staff.accountId, at);
	const gone = rows.filter(
		({ id, createdAt }) => id !== staff.sessionId && String(createdAt.getTime()) === begun
	);
	if (gone.length === 0) return 'not found';
	await tell(settings, staff.organisation.id, staff, 'ended a session', at);
	await write(settings.platform, async (tx) => {
		for (const { id } of gone) await tx.delete(sessions).where(eq(sessions.id, id));
	});
	return 'ended';
}

/** Ends every session of a person but the one they are in. */
export async function endOthers(
	settings: DoorSettings,
	staff: Staff,
	at = new Date()
): Promise<void> {
	await tell(settings, staff.organisation.id, staff, 'ended a session', at);
	await write(settings.platform, (tx) =>
		endSessions(tx, staff.accountId, { except: staff.sessionId })
	);
}

/** Goes to another organisation of one's own, which is not the one they are in, with a new token. Both ledgers say so. */
export async function goTo(
	settings: DoorSettings,
	staff: Staff,
	organisationId: string,
	at = new Date()
): Promise<Cookie | 'not found'> {
	const places = await placesOf(settings.platform, staff.accountId);
	const place = places.find((one) => one.organisationId === organisationId);
	if (!place || organisationId === staff.organisation.id) return 'not found';
	await tell(settings, staff.organisation.id, staff, 'signed out', at);
	const cookie = await renew(settings, staff.sessionId, { organisationId }, at);
	if (!cookie) return 'not found';
	const who = { id: place.staffId, sessionId: sessionIdOf(cookie) };
	await tell(settings, organisationId, who, 'signed in', at);
	return cookie;
}
