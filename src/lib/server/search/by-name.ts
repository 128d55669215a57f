import { and, desc, inArray, sql, type SQL } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { cases } from '../cases/index.ts';
import { concernPupils, concerns, stillAbout } from '../concerns/index.ts';
import type { Tx } from '../db/index.ts';
import { named, pupils } from '../pupils/index.ts';
import type { Filters } from './filtering.ts';
import { seenBy, seesNoCase } from './seeing.ts';
import { most, type Found } from './found.ts';
import { asCases, asConcerns } from './showing.ts';

/** The concerns and the cases of the children who are called by these words. The newest first. */
export async function ofChildren(
	tx: Tx,
	staff: Staff,
	words: string,
	filters: Filters,
	at: Date
): Promise<Found[]> {
	const called = named(words);
	if (!called) return [];
	const children = await calledSo(tx, called);
	if (!children) return [];
	const seen = seenBy(staff, filters, at);
	const about = sql`(
		select ${concernPupils.concernId} from ${concernPupils}
		where ${concernPupils.pupilId} in ${children} and ${stillAbout}
	)`;
	const found = await tx
		.select({ id: concerns.id })
		.from(concerns)
		.where(and(inArray(concerns.id, about), seen.concern))
		.orderBy(desc(concerns.loggedAt), desc(sql`${concerns}.rowid`))
		.limit(most);
	const theirs = seesNoCase(staff, filters)
		? []
		: await asCases(tx, and(inArray(cases.pupilId, children), seen.case), most);
	return [
		...(await asConcerns(
			tx,
			found.map(({ id }) => id),
			[]
		)),
		...theirs
	];
}

// More than this have the same year or the same first letter, and not the same name.
const mostAtOnce = 500;

/** The pupils who are called so, looked for once; `undefined` when nobody is. */
async function calledSo(tx: Tx, called: SQL): Promise<SQL | undefined> {
	const found = await tx
		.select({ id: pupils.id })
		.from(pupils)
		.where(called)
		.limit(mostAtOnce + 1);
	if (found.length === 0) return undefined;
	if (found.length > mostAtOnce) return sql`(select ${pupils.id} from ${pupils} where ${called})`;
	return sql`(${sql.join(
		found.map(({ id }) => sql`${id}`),
		sql`, `
	)})`;
}
