import { sql, type SQL } from 'drizzle-orm';
import { whichOf, type Act, type Conditions, type Facts, type Staff } from '../access/index.ts';

// What was sent is seen like the case that it was sent from, and cases/access.ts says how.

/** What the check of one referral received looks at: it is the service's, and every worker's. */
export const receivedFacts: Facts = { writtenBy: null, lookedAfterBy: [], restriction: null };

const no = sql`false`;

const conditions: Conditions = {
	wroteIt: no,
	looksAfterThePupil: no,
	isRestricted: no,
	isNamed: no,
	brokeTheGlass: no
};

/** The referrals received that this person may do this act to. */
export const receivedVisibleTo = (staff: Staff, act: Act): SQL => whichOf(staff, act, conditions);
