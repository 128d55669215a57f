import { and, asc, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { recordAll } from '../ledger/index.ts';
import { pupils, type Found } from '../pupils/index.ts';
import { visibleTo } from './access.ts';
import { upon, type Refused } from './guarding.ts';
import { concernsIn, entriesOf, type Entry } from './entries.ts';
import { cases } from './schema.ts';

/** An entry of a family's chronology: whose case it stands in. */
export type FamilyEntry = Entry & { givenName: string; caseReference: string };

type Child = Found & { caseReference: string };

/**
 * The chronologies of every child of a household as one, newest first: each entry only from a case that this
 * person may read. Every case that is shown is written down as read, and every concern told in it.
 */
export const family = (
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<{ children: Child[]; entries: FamilyEntry[] } | Refused> =>
	upon(db, staff, 'read a case', reference, at, async (tx, { pupil }) => {
		const children = await visibleCases(tx, staff, pupil.id, at);
		const entries: FamilyEntry[] = [];
		for (const { caseId, givenName, caseReference } of children)
			for (const entry of await entriesOf(tx, staff, caseId, at))
				entries.push({ ...entry, givenName, caseReference });
		const readings = children.map(({ caseReference: id }) => ({ did: 'read', object: 'case', id }));
		await recordAll(tx, staff, [...concernsIn(entries), ...readings], at);
		entries.sort((one, other) => other.at.getTime() - one.at.getTime());
		return { children, entries };
	});

async function visibleCases(tx: Tx, staff: Staff, pupilId: string, at: Date) {
	const [home] = await tx
		.select({ id: pupils.householdId })
		.from(pupils)
		.where(eq(pupils.id, pupilId));
	return tx
		.select({
			caseId: cases.id,
			caseReference: cases.reference,
			id: pupils.id,
			givenName: pupils.givenName,
			familyName: pupils.familyName,
			year: pupils.year,
			form: pupils.form,
			bornOn: pupils.bornOn,
			leftOn: pupils.leftOn
		})
		.from(cases)
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(and(eq(pupils.householdId, home?.id ?? ''), visibleTo(staff, 'read a case', at)))
		.orderBy(asc(pupils.bornOn));
}
