import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { receivedReferrals, receivedRestrictions, receivedWorkers } from './schema.ts';
import { isRestricted, workersOf } from './workers.ts';
import { whichOf, type Act, type Conditions, type Facts, type Staff } from '../access/index.ts';

// What was sent is seen like the case that it was sent from, and cases/access.ts says how.

/** What the check of one referral received looks at: every worker's, unless it is kept to those who work on it. */
export async function receivedFacts(tx: Tx, referralId: string): Promise<Facts> {
	const named = (await workersOf(tx, referralId)).map(({ id }) => id);
	const restriction = (await isRestricted(tx, referralId)) ? { named, broken: [] } : null;
	return { writtenBy: null, lookedAfterBy: [], restriction };
}

const no = sql`false`;

/** Whether a row of the referrals received is kept to those who work on it: the newest restriction stands. */
export const isKeptToWorkers: SQL = sql`coalesce((
	select ${receivedRestrictions.restricted} from ${receivedRestrictions}
	where ${receivedRestrictions.referralId} = ${receivedReferrals.id}
	order by ${receivedRestrictions.number} desc limit 1
), 0)`;

// The newest turn of each worker stands.
const conditions = (staff: Staff): Conditions => ({
	wroteIt: no,
	looksAfterThePupil: no,
	isRestricted: isKeptToWorkers,
	isNamed: sql`coalesce((
		select ${receivedWorkers.works} from ${receivedWorkers}
		where ${receivedWorkers.referralId} = ${receivedReferrals.id}
			and ${receivedWorkers.staffId} = ${staff.id}
		order by ${receivedWorkers.number} desc limit 1
	), 0)`,
	brokeTheGlass: no
});

/** The referrals received that this person may do this act to. */
export const receivedVisibleTo = (staff: Staff, act: Act): SQL =>
	whichOf(staff, act, conditions(staff));
