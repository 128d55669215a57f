import { and, eq, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { upon, type Refusal } from './guarding.ts';
import { groupPupils } from './schema.ts';

type Db = Database<'organisation'>;

/** Whom to put in: a whole year or form, as `year 8` or `form 8C`, or one pupil by id. */
export const filling = v.object({
	whole: v.optional(v.string(), ''),
	pupil: v.optional(v.string(), '')
});

/** Puts pupils into a group. Who is in it already stays, and nobody is in it twice. */
export async function putIn(
	db: Db,
	staff: Staff,
	id: string,
	{ whole, pupil }: v.InferOutput<typeof filling>,
	at = new Date()
): Promise<'put in' | 'nobody' | Refusal> {
	return upon(db, staff, id, at, async (tx) => {
		const which = pupil ? eq(pupils.id, pupil) : wholeOf(whole);
		const found = which ? await tx.select({ id: pupils.id }).from(pupils).where(which) : [];
		const before = await pupilsIn(tx, id);
		const added = found.filter((one) => !before.includes(one.id));
		if (found.length === 0) return 'nobody';
		if (added.length > 0)
			await tx.insert(groupPupils).values(added.map((one) => ({ groupId: id, pupilId: one.id })));
		const did = pupil ? 'put a pupil in' : `put in: ${whole}`;
		const entries = [{ did, object: 'group', id }];
		if (pupil) entries.push({ did: 'put in a group', object: 'pupil', id: pupil });
		await ledger.recordAll(tx, staff, entries, at);
		return 'put in';
	});
}

function wholeOf(whole: string): SQL | undefined {
	const [, kind, name = ''] = /^(year|form) (.{1,20})$/.exec(whole) ?? [];
	if (kind === 'form') return eq(pupils.form, name);
	return kind === 'year' && /^\d{1,2}$/.test(name) ? eq(pupils.year, Number(name)) : undefined;
}

async function pupilsIn(tx: Tx, groupId: string): Promise<string[]> {
	const rows = await tx.select().from(groupPupils).where(eq(groupPupils.groupId, groupId));
	return rows.map(({ pupilId }) => pupilId);
}

/** Takes one pupil out of a group. Twice is once. */
export async function takeOut(
	db: Db,
	staff: Staff,
	id: string,
	pupilId: string,
	at = new Date()
): Promise<'taken out' | 'not in it' | Refusal> {
	return upon(db, staff, id, at, async (tx) => {
		const [gone] = await tx
			.delete(groupPupils)
			.where(and(eq(groupPupils.groupId, id), eq(groupPupils.pupilId, pupilId)))
			.returning();
		if (!gone) return 'not in it';
		const entries = [
			{ did: 'took a pupil out', object: 'group', id },
			{ did: 'taken out of a group', object: 'pupil', id: pupilId }
		];
		await ledger.recordAll(tx, staff, entries, at);
		return 'taken out';
	});
}
