import { sql, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';

const every = sql`true`;
const none = sql`false`;

/** The referrals sent that a person may see: the lead's and the deputies', like the cases they come from. */
export const sentVisibleTo = (staff: Staff): SQL => (may(staff, 'read a referral') ? every : none);

/** The referrals received that a person may see: every worker of the service sees its inbox. */
export const receivedVisibleTo = (staff: Staff): SQL =>
	may(staff, 'read a referral received') ? every : none;
