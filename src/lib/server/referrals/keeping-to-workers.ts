import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isFresh, may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { lines, narrative } from '../fields.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as notices from '../notices/index.ts';
import { isKeptToWorkers } from './access.ts';
import { receivedReferrals, receivedRestrictions } from './schema.ts';
import { isRestricted, takenSays, turn, workersOf, type Worker } from './workers.ts';

const act = 'restrict a referral received';
type Db = Database<'organisation'>;
type Refused = 'not found' | StepUp;

/** What the form must say that keeps a referral received to those who work on it. */
export const keepingToWorkers = v.object({
	workers: v.pipe(lines, v.minLength(1, 'Choose who works on it')),
	why: narrative('Say why only they may open it')
});

/** What the form must say that opens it to the whole team again. */
export const openingToTeam = v.object({ why: narrative('Say why the team may open it again') });

/** How a referral received is kept, for whoever keeps it: not whose it is, and nothing that was written in it. */
export type Kept = {
	reference: string;
	workers: Worker[];
	restricted: { why: string; at: Date } | null;
};

/** Every referral that is kept to its workers, for a manager: who works on it, and nothing of the young person. */
export async function keptReferrals(db: Db, staff: Staff, at = new Date()): Promise<Kept[]> {
	if (!may(staff, act)) return [];
	return write(db, async (tx) => {
		const found = await tx
			.select({ id: receivedReferrals.id, reference: receivedReferrals.reference })
			.from(receivedReferrals)
			.where(isKeptToWorkers)
			.orderBy(desc(receivedReferrals.receivedAt));
		if (found.length === 0) return [];
		const entry = { did: 'listed', object: 'referrals received', id: 'kept to their workers' };
		await record(tx, staff, entry, at);
		const kept: Kept[] = [];
		for (const one of found) kept.push(await keptAs(tx, one));
		return kept;
	});
}

/** How a referral received is kept now. Also a manager who may not open it sees who works on it, and opens it to the team. */
export const keptTo = (db: Db, staff: Staff, reference: string, at = new Date()) =>
	upon(db, staff, reference, at, async (tx, id): Promise<Kept> => {
		await record(tx, staff, { did: 'looked at who may open', ...object(reference) }, at);
		return keptAs(tx, { id, reference });
	});

async function keptAs(tx: Tx, { id, reference }: { id: string; reference: string }): Promise<Kept> {
	const [newest] = await tx
		.select()
		.from(receivedRestrictions)
		.where(eq(receivedRestrictions.referralId, id))
		.orderBy(desc(receivedRestrictions.number))
		.limit(1);
	const restricted = newest?.restricted ? { why: newest.why, at: newest.at } : null;
	return { reference, workers: await workersOf(tx, id), restricted };
}

/**
 * Keeps a referral received to those who work on it, from this moment also in every list. Who is chosen and does not
 * work on it yet begins to. They are told. One that is kept already stays as it is.
 *
 * `team` is who of the service may work on referrals, by their ids.
 */
export const keepToWorkers = (
	db: Db,
	staff: Staff,
	reference: string,
	{ workers, why }: v.InferOutput<typeof keepingToWorkers>,
	team: readonly string[],
	at = new Date()
) =>
	upon(db, staff, reference, at, async (tx, id): Promise<'kept' | 'not of the team'> => {
		if (await isRestricted(tx, id)) return 'kept';
		if (workers.some((worker) => !team.includes(worker))) return 'not of the team';
		const works = await workersOf(tx, id);
		const before = works.map((one) => one.id);
		const removed = before.filter((worker) => !workers.includes(worker));
		for (const worker of workers.filter((one) => !before.includes(one)))
			await turn(tx, staff, { id, reference }, worker, true, at);
		for (const worker of removed) await turn(tx, staff, { id, reference }, worker, false, at);
		await notices.tell(tx, removed, { says: takenSays, about: reference }, at);
		await place(tx, staff, id, reference, true, why, at);
		await notices.tell(tx, workers, { says: keptSays, about: reference }, at);
		return 'kept';
	});

/** Opens a referral received to the whole team again, and tells those who work on it. */
export const openToTeam = (
	db: Db,
	staff: Staff,
	reference: string,
	{ why }: v.InferOutput<typeof openingToTeam>,
	at = new Date()
) =>
	upon(db, staff, reference, at, async (tx, id): Promise<'opened'> => {
		if (!(await isRestricted(tx, id))) return 'opened';
		await place(tx, staff, id, reference, false, why, at);
		const works = (await workersOf(tx, id)).map((one) => one.id);
		await notices.tell(tx, works, { says: openedSays, about: reference }, at);
		return 'opened';
	});

const keptSays = 'Only you and the others who work on it may open a referral now.';
const openedSays = 'Your whole team may open a referral again that only its workers could open.';

const object = (reference: string) => ({ object: 'referral received', id: reference });

async function place(
	tx: Tx,
	staff: Staff,
	referralId: string,
	reference: string,
	restricted: boolean,
	why: string,
	at: Date
): Promise<void> {
	await tx.insert(receivedRestrictions).values({ referralId, restricted, why, by: staff.id, at });
	const did = restricted ? 'kept to its workers' : 'opened to the team';
	await record(tx, staff, { did, ...object(reference) }, at);
}

// By the role alone, also where it is kept from this manager: somebody must be able to open it when
// everybody who worked on it has left. Nothing of the young person is shown by it, and it is written down.
async function upon<Done>(
	db: Db,
	staff: Staff,
	reference: string,
	at: Date,
	does: (tx: Tx, referralId: string) => Promise<Done>
): Promise<Done | Refused> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (!isFresh(staff, at)) return 'step up';
	return write(db, async (tx) => {
		const [found] = await tx
			.select({ id: receivedReferrals.id })
			.from(receivedReferrals)
			.where(eq(receivedReferrals.reference, reference));
		if (found) return does(tx, found.id);
		await recordNotShown(tx, staff, 'referral received', reference, at);
		return 'not found';
	});
}
