import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { answerDue, visibleReceived, type Received } from './inbox.ts';
import { isFinal, returned, standingAfter, type Place } from './loop.ts';
import { standingReceived, type Standing } from './standing.ts';
import { workersOf, type Worker } from './workers.ts';

/** A young person whom the service works with, or is to decide about. */
export type Carried = Pick<
	Received,
	'reference' | 'senderName' | 'childName' | 'childYear' | 'receivedAt'
> & { standing: Standing; workers: Worker[] };

/** Who works with whom: one’s own, those that nobody works on, and everybody else’s. */
export type Caseload = { own: Carried[]; nobodys: Carried[]; others: Carried[] };

const isWorkedOn = (place: Place): boolean =>
	!isFinal(place) && !returned.some((each) => each === place);

const isTaken = (place: Place): boolean =>
	place === 'accepted' || place === 'in progress' || place === 'waiting';

/**
 * The referrals received that are not over, as far as this person may see them, what is due soonest first. Of those
 * that nobody works on, only the ones that the service has taken. The listing is written down.
 */
export async function caseload(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Caseload> {
	const all: Caseload = { own: [], nobodys: [], others: [] };
	if (!may(staff, 'list referrals received')) return all;
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'referrals received', id: 'caseload' }, at);
		for (const one of await visibleReceived(tx, staff)) {
			const { place } = standingAfter(one.events, answerDue(one));
			if (!isWorkedOn(place)) continue;
			const workers = await workersOf(tx, one.id);
			const carried = { ...one, standing: standingReceived(one), workers };
			if (workers.some(({ id }) => id === staff.id)) all.own.push(carried);
			else if (workers.length > 0) all.others.push(carried);
			else if (isTaken(place)) all.nobodys.push(carried);
		}
		return {
			own: all.own.sort(soonest),
			nobodys: all.nobodys.sort(soonest),
			others: all.others.sort(soonest)
		};
	});
}

const soonest = (one: Carried, other: Carried): number =>
	(one.standing.dueOn ?? '9').localeCompare(other.standing.dueOn ?? '9');
