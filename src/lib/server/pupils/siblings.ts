import { and, asc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Tx } from '../db/index.ts';
import type { Found } from './finding.ts';
import { pupils } from './schema.ts';

/** The other pupils of a pupil's household, eldest first. The caller's own act is what is ledgered. */
export async function siblings(tx: Tx, pupilId: string): Promise<Found[]> {
	const self = alias(pupils, 'self');
	return tx
		.select({
			id: pupils.id,
			givenName: pupils.givenName,
			familyName: pupils.familyName,
			year: pupils.year,
			form: pupils.form,
			bornOn: pupils.bornOn,
			leftOn: pupils.leftOn
		})
		.from(pupils)
		.innerJoin(self, eq(self.householdId, pupils.householdId))
		.where(and(eq(self.id, pupilId), ne(pupils.id, pupilId)))
		.orderBy(asc(pupils.bornOn));
}
