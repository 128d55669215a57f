import { eq, inArray } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { sessions } from './schema.ts';
import { isOver, limits, sessionIdsIn, type SessionSettings } from './sessions.ts';
import { placesOf } from './signing-in.ts';

type Platform = Pick<SessionSettings, 'platform'>;

/** How many milliseconds a session still lasts if nothing more is asked in it. */
export async function timeLeft(
	{ platform }: Platform,
	{ sessionId }: Pick<Staff, 'sessionId'>,
	at = new Date()
): Promise<number> {
	const [row] = await platform.select().from(sessions).where(eq(sessions.id, sessionId));
	if (!row) return 0;
	const unused = (row.lastSeenAt ?? row.createdAt).getTime() + limits.idle;
	return Math.min(unused, row.createdAt.getTime() + limits.absolute) - at.getTime();
}

// Whoever comes back to a page the next morning and sends it still finds what they wrote.
const rememberedFor = 24 * 60 * 60_000;

/**
 * Whose session has reached its limit, of those that a request's cookie names, so that a form sent too
 * late is not lost. It is for keeping their own words, and opens nothing. `undefined` when it is still
 * alive, or was put away or ended by hand, or is long over.
 */
export async function whoWas(
	settings: SessionSettings,
	cookieHeader: string | null,
	at = new Date()
): Promise<(Pick<Staff, 'id' | 'roles'> & { organisationId: string }) | undefined> {
	const { platform } = settings;
	const ids = sessionIdsIn(settings, cookieHeader);
	const rows = await platform.select().from(sessions).where(inArray(sessions.id, ids));
	const [row] = rows;
	if (!row || rows.length > 1 || row.standing !== 'whole' || row.awayAt) return undefined;
	const seenAt = row.lastSeenAt ?? row.createdAt;
	if (!isOver(row, at) || at.getTime() - seenAt.getTime() > rememberedFor) return undefined;
	const places = await placesOf(platform, row.accountId);
	const place = places.find(({ organisationId }) => organisationId === row.organisationId);
	return place && { id: place.staffId, roles: place.roles, organisationId: place.organisationId };
}
