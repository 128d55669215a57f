import { asc, desc, eq } from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { present } from '../restrictions/index.ts';
import { receivedReferrals, receivedRestrictions, receivedWorkers } from './schema.ts';

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

/** What somebody is told whose work on a referral has ended. */
export const takenSays = 'A referral is not yours to work on any more.';

/** Those of its workers who have not left. */
export async function presentWorkers(tx: Tx, referralId: string): Promise<string[]> {
	return present(
		tx,
		(await workersOf(tx, referralId)).map(({ id }) => id)
	);
}

/** Writes down, in the caller’s transaction, that somebody begins or ends to work on a referral received. */
export async function turn(
	tx: Tx,
	staff: Staff,
	{ id: referralId, reference }: { id: string; reference: string },
	staffId: string,
	works: boolean,
	at: Date
): Promise<void> {
	await tx.insert(receivedWorkers).values({ referralId, staffId, works, by: staff.id, at });
	const own = works ? 'took on' : 'gave up';
	const did = staffId === staff.id ? own : `${works ? 'gave to' : 'took from'} ${staffId}`;
	await record(tx, staff, { did, object: 'referral received', id: reference }, at);
}

/** The referrals received that somebody works on now. */
async function worksOn(tx: Tx, staffId: string): Promise<{ id: string; reference: string }[]> {
	const turns = await tx
		.select({
			id: receivedReferrals.id,
			reference: receivedReferrals.reference,
			works: receivedWorkers.works
		})
		.from(receivedWorkers)
		.innerJoin(receivedReferrals, eq(receivedReferrals.id, receivedWorkers.referralId))
		.where(eq(receivedWorkers.staffId, staffId))
		.orderBy(asc(receivedWorkers.number));
	return [...new Map(turns.map((one) => [one.id, one])).values()].filter(({ works }) => works);
}

/** Whether somebody is the last who may open a referral that is kept to its workers: they cannot go yet. */
export async function isLastWorker(tx: Tx, staffId: string): Promise<boolean> {
	for (const { id } of await worksOn(tx, staffId))
		if ((await isRestricted(tx, id)) && (await presentWorkers(tx, id)).length < 2) return true;
	return false;
}

/** Ends, in the caller’s transaction, all the work of somebody who leaves or may not answer referrals any more. */
export async function endAllWork(tx: Tx, by: Staff, staffId: string, at: Date): Promise<void> {
	for (const one of await worksOn(tx, staffId)) await turn(tx, by, one, staffId, false, at);
}
