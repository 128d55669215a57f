import { sql } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { concernPupils, concerns } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import { groupPupils, groupStaff } from '../groups/index.ts';

// `cross join` keeps the order: SQLite has no statistics here, and would begin with every concern there is.
const theirs = (staff: Staff) => sql`(
	select ${concerns}.rowid as number, ${concerns.loggedAt} as at from ${concerns}
		where ${concerns.loggedBy} = ${staff.id}
	union select ${concerns}.rowid, ${concerns.loggedAt} from ${groupStaff}
		cross join ${groupPupils} on ${groupPupils.groupId} = ${groupStaff.groupId}
		cross join ${concernPupils} on ${concernPupils.pupilId} = ${groupPupils.pupilId}
		cross join ${concerns} on ${concerns.id} = ${concernPupils.concernId}
		where ${groupStaff.staffId} = ${staff.id}
	union select ${concerns}.rowid, ${concerns.loggedAt} from restrictions
		cross join ${concerns} on ${concerns.id} = object_id where object = 'concern'
)`;

/**
 * The rows of the concerns that could be open to somebody, the newest first: what they wrote, what is of a child
 * they look after, and what only a few know of. In one text, since each row that an answer has takes as long as
 * reading a concern.
 */
export async function rowsOf(tx: Tx, staff: Staff): Promise<number[]> {
	const [found] = await tx
		.select({ rows: sql<string | null>`group_concat(number, ',' order by at desc, number desc)` })
		.from(theirs(staff));
	return found?.rows ? found.rows.split(',').map(Number) : [];
}
