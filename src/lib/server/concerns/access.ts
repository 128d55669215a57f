import { eq, sql, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { concerns } from './schema.ts';

const everyConcern = sql`true`;
const none = sql`false`;

/** The concerns a person may see: whoever triages sees every one, anyone else those they logged. */
export function visibleTo(staff: Staff): SQL {
	if (may(staff, 'triage a concern')) return everyConcern;
	if (may(staff, 'read a concern')) return eq(concerns.loggedBy, staff.id);
	return none;
}
