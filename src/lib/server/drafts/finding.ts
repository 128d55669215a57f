import { and, desc, eq, gte } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import { actOf } from './forms.ts';
import { keptFor, thisOne, type Fields } from './keeping.ts';
import { drafts } from './schema.ts';

type Db = Database<'organisation'>;

export type Draft = { fields: Fields; savedAt: Date };

const since = (at: Date) => gte(drafts.savedAt, new Date(at.getTime() - keptFor));

/** What this person had typed into the form at this address; nobody is shown another's. */
export async function of(
	db: Db,
	staff: Staff,
	form: string,
	at = new Date()
): Promise<Draft | undefined> {
	if (!actOf(form)) return undefined;
	const [row] = await db
		.select()
		.from(drafts)
		.where(and(thisOne(staff, form), since(at)));
	return row && { fields: JSON.parse(row.fields) as Fields, savedAt: row.savedAt };
}

/** The forms that this person has begun and may still send, the newest first. */
export async function list(
	db: Db,
	staff: Staff,
	at = new Date()
): Promise<{ form: string; savedAt: Date }[]> {
	const own = await db
		.select({ form: drafts.form, savedAt: drafts.savedAt })
		.from(drafts)
		.where(and(eq(drafts.staffId, staff.id), since(at)))
		.orderBy(desc(drafts.savedAt));
	return own.filter(({ form }) => {
		const act = actOf(form);
		return act !== undefined && may(staff, act);
	});
}
