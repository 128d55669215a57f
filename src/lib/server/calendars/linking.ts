import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { calendarLinks } from './schema.ts';

type Platform = Database<'platform'>;

const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const own = (staff: Staff) =>
	and(
		eq(calendarLinks.accountId, staff.accountId),
		eq(calendarLinks.organisationId, staff.organisation.id)
	);

/** Makes the one secret of this person's calendar here, in place of any before it. It is given once and kept hashed. */
export async function makeLink(platform: Platform, staff: Staff, at = new Date()): Promise<string> {
	// 32 random bytes: nobody guesses it, and it says nothing about whose it is.
	const secret = randomBytes(32).toString('base64url');
	await write(platform, async (tx) => {
		await tx.delete(calendarLinks).where(own(staff));
		await tx.insert(calendarLinks).values({
			hash: hashed(secret),
			accountId: staff.accountId,
			organisationId: staff.organisation.id,
			staffId: staff.id,
			madeAt: at
		});
	});
	return secret;
}

/** Takes this person's secret away: the calendar is empty from then on. */
export const endLink = (platform: Platform, staff: Staff): Promise<unknown> =>
	write(platform, (tx) => tx.delete(calendarLinks).where(own(staff)));

/** When this person made their calendar's secret; `undefined` when they have none. */
export async function linkMadeAt(platform: Platform, staff: Staff): Promise<Date | undefined> {
	const [found] = await platform.select().from(calendarLinks).where(own(staff));
	return found?.madeAt;
}

/** Whose calendar a secret opens, and in which organisation. */
export async function whoseIs(
	platform: Platform,
	secret: string
): Promise<{ staffId: string; organisationId: string } | undefined> {
	const [found] = await platform
		.select({
			staffId: calendarLinks.staffId,
			organisationId: calendarLinks.organisationId
		})
		.from(calendarLinks)
		.where(eq(calendarLinks.hash, hashed(secret)));
	return found;
}
