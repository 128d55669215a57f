import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { pupils } from '../pupils/index.ts';
import { concernCorrections, concernPupils, type parts } from './schema.ts';

/** A child whom a concern is about, and their part in it. */
export type Child = {
	id: string;
	givenName: string;
	familyName: string;
	form: string;
	part: (typeof parts)[number] | null;
};

/** Whether a row of `concern_pupils` still holds: the newest correction that names the child decides. */
export const stillAbout = sql`coalesce((
	select ${concernCorrections.rightPupilId} is ${concernPupils.pupilId} from ${concernCorrections}
	where ${concernCorrections.concernId} = ${concernPupils.concernId}
		and (${concernCorrections.wrongPupilId} is ${concernPupils.pupilId}
			or ${concernCorrections.rightPupilId} is ${concernPupils.pupilId})
	order by ${concernCorrections.number} desc limit 1
), 1)`;

// SQLite takes no more than some thousand values in one statement.
const atOnce = 500;

/** The children whom each of these concerns is about, by family name; none for a child nobody could name. */
export async function childrenOf(
	tx: Tx,
	concernIds: readonly string[]
): Promise<Map<string, Child[]>> {
	const found = new Map<string, Child[]>(concernIds.map((id) => [id, []]));
	for (let from = 0; from < concernIds.length; from += atOnce) {
		const rows = await childrenIn(tx, concernIds.slice(from, from + atOnce));
		for (const { concernId, ...child } of rows) found.get(concernId)?.push(child);
	}
	return found;
}

const childrenIn = (tx: Tx, concernIds: string[]) =>
	tx
		.select({
			concernId: concernPupils.concernId,
			id: pupils.id,
			givenName: pupils.givenName,
			familyName: pupils.familyName,
			form: pupils.form,
			part: concernPupils.part
		})
		.from(concernPupils)
		.innerJoin(pupils, eq(pupils.id, concernPupils.pupilId))
		.where(and(inArray(concernPupils.concernId, concernIds), stillAbout))
		.orderBy(asc(pupils.familyName), asc(pupils.givenName), asc(pupils.id));
