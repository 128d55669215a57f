import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { groupPupils, groupStaff } from './schema.ts';

/** Who looks after a group that one of these pupils is in, for the check of one record. */
export async function lookedAfterBy(tx: Tx, pupilIds: readonly string[]): Promise<string[]> {
	const found = await tx
		.selectDistinct({ staffId: groupStaff.staffId })
		.from(groupStaff)
		.innerJoin(groupPupils, eq(groupPupils.groupId, groupStaff.groupId))
		.where(inArray(groupPupils.pupilId, [...pupilIds]));
	return found.map(({ staffId }) => staffId);
}

/** The same as a condition on a pupil's id in a list. */
export const looksAfter = ({ id }: Pick<Staff, 'id'>, pupilId: SQLiteColumn): SQL => sql`exists (
	select 1 from ${groupStaff}
	inner join ${groupPupils} on ${groupPupils.groupId} = ${groupStaff.groupId}
	where ${groupStaff.staffId} = ${id} and ${groupPupils.pupilId} = ${pupilId}
)`;
