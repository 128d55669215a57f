import { asc, desc, eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { receivedRestrictions, receivedWorkers } from './schema.ts';

/** Somebody of the service who works with a young person. */
export type Worker = { id: string; name: string };

/** Who works with the young person of a referral received, by name: the newest turn of each stands. */
export async function workersOf(tx: Tx, referralId: string): Promise<Worker[]> {
	const turns = await tx
		.select({ id: adults.id, name: adults.name, works: receivedWorkers.works })
		.from(receivedWorkers)
		.innerJoin(adults, eq(adults.id, receivedWorkers.staffId))
		.where(eq(receivedWorkers.referralId, referralId))
		.orderBy(asc(receivedWorkers.number));
	const newest = new Map(turns.map((turn) => [turn.id, turn]));
	return [...newest.values()]
		.filter(({ works }) => works)
		.map(({ id, name }) => ({ id, name }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
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

/** Writes down, in the caller’s transaction, that somebody begins or ends to work on a referral received. */
export const turn = async (
	tx: Tx,
	{ id: by }: Staff,
	referralId: string,
	staffId: string,
	works: boolean,
	at: Date
): Promise<void> => {
	await tx.insert(receivedWorkers).values({ referralId, staffId, works, by, at });
};
