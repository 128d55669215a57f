import { and, eq, sql, type SQL } from 'drizzle-orm';
import { whichOf, type Act, type Conditions, type Facts, type Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { lookedAfterBy, looksAfter } from '../groups/index.ts';
import { restrictionConditions, restrictionOn } from '../restrictions/index.ts';
import { stillAbout } from './children.ts';
import { concernPupils, concerns } from './schema.ts';

/** What the check of one concern looks at. `at` is now. */
export async function factsOf(
	tx: Tx,
	{ id, loggedById }: { id: string; loggedById: string },
	at: Date
): Promise<Facts> {
	const about = await tx
		.select({ pupilId: concernPupils.pupilId })
		.from(concernPupils)
		.where(and(eq(concernPupils.concernId, id), stillAbout));
	return {
		writtenBy: loggedById,
		lookedAfterBy: await lookedAfterBy(
			tx,
			about.map(({ pupilId }) => pupilId)
		),
		restriction: await restrictionOn(tx, { object: 'concern', id }, at)
	};
}

/** The concerns of a list that this person may do this act to. `at` is now. */
export const visibleTo = (staff: Staff, act: Act, at: Date): SQL =>
	whichOf(staff, act, conditions(staff, at));

const conditions = (staff: Staff, at: Date): Conditions => ({
	wroteIt: eq(concerns.loggedBy, staff.id),
	looksAfterThePupil: sql`exists (
		select 1 from ${concernPupils}
		where ${concernPupils.concernId} = ${concerns.id} and ${stillAbout}
			and ${looksAfter(staff, concernPupils.pupilId)}
	)`,
	...restrictionConditions('concern', concerns.id, staff, at)
});
