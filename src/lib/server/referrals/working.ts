import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { receivedRestrictions, receivedWorkers } from './schema.ts';

/** Who works with the young person of a referral received: the newest turn of each stands. */
export async function workersOf(tx: Tx, referralId: string): Promise<string[]> {
	const turns = await tx
		.select({ staffId: receivedWorkers.staffId, works: receivedWorkers.works })
		.from(receivedWorkers)
		.where(eq(receivedWorkers.referralId, referralId))
		.orderBy(receivedWorkers.number);
	const newest = new Map(turns.map(({ staffId, works }) => [staffId, works]));
	return [...newest].filter(([, works]) => works).map(([staffId]) => staffId);
}

/** Whether only those who work with the young person may see it: the newest turn stands. */
export async function isRestricted(tx: Tx, referralId: string): Promise<boolean> {
	const [newest] = await tx
		.select({ restricted: receivedRestrictions.restricted })
		.from(receivedRestrictions)
		.where(eq(receivedRestrictions.referralId, referralId))
		.orderBy(desc(receivedRestrictions.number))
		.limit(1);
	return newest?.restricted ?? false;
}
