import { sql, type SQL } from 'drizzle-orm';
import { whichOf, type Act, type Conditions, type Facts, type Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { restrictionConditions, restrictionOn } from '../restrictions/index.ts';
import { cases } from './schema.ts';

/** What the check of one case, and of what was sent from it, looks at. `at` is now. */
export const factsOf = async (tx: Tx, caseId: string, at: Date): Promise<Facts> => ({
	writtenBy: null,
	lookedAfterBy: [],
	restriction: await restrictionOn(tx, { object: 'case', id: caseId }, at)
});

/** The cases of a list, or what was sent from them, that this person may do this act to. `at` is now. */
export const visibleTo = (staff: Staff, act: Act, at: Date): SQL =>
	whichOf(staff, act, conditions(staff, at));

const nobodys = sql`false`;

const conditions = (staff: Staff, at: Date): Conditions => ({
	wroteIt: nobodys,
	looksAfterThePupil: nobodys,
	...restrictionConditions('case', cases.id, staff, at)
});
