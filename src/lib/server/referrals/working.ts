import { isFresh, may, type Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { recordNotShown, recordRefusal } from '../ledger/index.ts';
import * as notices from '../notices/index.ts';
import { lookReceived } from './inbox.ts';
import { isRestricted, presentWorkers, takenSays, turn, workersOf } from './workers.ts';

const act = 'answer a referral';
type Outcome = 'given' | 'ended' | 'not of the team' | 'last worker' | 'not found' | StepUp;

/**
 * Gives a referral received to somebody of the team, who may be oneself. They are told, unless they took it on
 * themselves. Who works on it already goes on: it is one act however often it is done.
 *
 * `team` is who of the service may work on referrals, by their ids.
 */
export const giveTo = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	worker: string,
	team: readonly string[],
	at = new Date()
): Promise<Outcome> =>
	upon(db, staff, reference, at, async (tx, referralId) => {
		if (!team.includes(worker)) return 'not of the team';
		const works = await workersOf(tx, referralId);
		if (works.some(({ id }) => id === worker)) return 'given';
		await turn(tx, staff, { id: referralId, reference }, worker, true, at);
		if (worker !== staff.id)
			await notices.tell(tx, [worker], { says: given, about: reference }, at);
		return 'given';
	});

/**
 * Ends the work of somebody on a referral received. They are told, unless they end their own. While only its workers
 * may open it, the last of them is not taken off: nobody could open it any more.
 */
export const endFor = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	worker: string,
	at = new Date()
): Promise<Outcome> =>
	upon(db, staff, reference, at, async (tx, referralId) => {
		const works = await workersOf(tx, referralId);
		if (!works.some(({ id }) => id === worker)) return 'ended';
		const left = (await presentWorkers(tx, referralId)).filter((id) => id !== worker);
		if (left.length === 0 && (await isRestricted(tx, referralId))) return 'last worker';
		await turn(tx, staff, { id: referralId, reference }, worker, false, at);
		if (worker !== staff.id)
			await notices.tell(tx, [worker], { says: takenSays, about: reference }, at);
		return 'ended';
	});

const given = 'You were given a referral to work on.';

async function upon(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at: Date,
	does: (tx: Tx, referralId: string) => Promise<Outcome>
): Promise<Outcome> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await lookReceived(tx, staff, act, reference);
		if (found && (await isRestricted(tx, found.id)) && !isFresh(staff, at)) return 'step up';
		if (found) return does(tx, found.id);
		await recordNotShown(tx, staff, 'referral received', reference, at);
		return 'not found';
	});
}
