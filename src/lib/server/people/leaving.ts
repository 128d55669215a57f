import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import * as cases from '../cases/index.ts';
import { write } from '../db/index.ts';
import * as groups from '../groups/index.ts';
import * as referrals from '../referrals/index.ts';
import { announce, type Place } from './announcing.ts';
import { finish, isLastLead, type NotNow } from './changing.ts';
import { upon, type Refusal } from './guarding.ts';

/**
 * Lets somebody leave: every role of theirs here goes, and with them their sessions here. What they wrote
 * stays theirs, and their name beside it. Elsewhere, and in their account, nothing changes.
 *
 * As with roles, it is written down and told first and done last, so that it can be done again.
 */
export async function letLeave(
	place: Place,
	by: Staff,
	staffId: string,
	at = new Date()
): Promise<'left' | 'owns something' | NotNow | Refusal> {
	return upon(place, by, staffId, at, async (member) => {
		if (await isLastLead(place, by, member)) return 'last lead';
		// Nothing that somebody has to do for a child may be nobody's.
		if (await write(place.db, (tx) => cases.ownsAnything(tx, staffId))) return 'owns something';
		if (await write(place.db, (tx) => referrals.isLastWorker(tx, staffId))) return 'last worker';
		const entries = [{ did: 'left', object: 'person', id: staffId }];
		const says = 'Somebody has left. Under People you see who.';
		await announce(place, by, { entries, says }, at, async (tx) => {
			await groups.leaveAll(tx, staffId);
			await referrals.endAllWork(tx, by, staffId, at);
			await accounts.markLeft(tx, staffId, at);
		});
		const done = await finish(place, by, member, [], at);
		return done === 'set' ? 'left' : done;
	});
}
