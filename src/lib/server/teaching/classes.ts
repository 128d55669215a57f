import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Class } from '#lib/classes.ts';
import type { Staff } from '../access/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { knownBy, wrongLabelHere } from './labels.ts';
import { taughtClasses } from './schema.ts';
import { schoolYearOf, years } from './years.ts';

type Db = Pick<Database<'organisation'> | Tx, 'select'>;

/** What is wrong with a class as it was typed, by field. */
export const wrongClass = async (db: Db, { year, label }: { year: string; label: string }) => ({
	year: years.includes(Number(year)) ? undefined : 'Choose the year of the class',
	label: await wrongLabelHere(db, label)
});

/** The class of that year and label in the school year of a day, which is made where nobody has named it before. */
export async function classFor(
	tx: Tx,
	staff: Staff,
	{ year, label }: Class,
	day: string,
	at: Date
): Promise<string> {
	const schoolYear = schoolYearOf(day);
	const known = knownBy(label);
	await tx
		.insert(taughtClasses)
		.values({ ...{ id: randomUUID(), schoolYear, year, label, known }, madeBy: staff.id, at })
		.onConflictDoNothing();
	const [found] = await tx
		.select({ id: taughtClasses.id })
		.from(taughtClasses)
		.where(
			and(
				eq(taughtClasses.schoolYear, schoolYear),
				eq(taughtClasses.year, year),
				eq(taughtClasses.known, known)
			)
		);
	if (!found) throw new Error('A class was made and is not there');
	return found.id;
}

/** A class of this school; `undefined` where there is none of that id. */
export async function classById(
	db: Db,
	id: string
): Promise<typeof taughtClasses.$inferSelect | undefined> {
	const [found] = await db.select().from(taughtClasses).where(eq(taughtClasses.id, id));
	return found;
}

/** The classes of a school year, by year and label. */
export const classesIn = (db: Db, schoolYear: number) =>
	db
		.select({ id: taughtClasses.id, year: taughtClasses.year, label: taughtClasses.label })
		.from(taughtClasses)
		.where(eq(taughtClasses.schoolYear, schoolYear))
		.orderBy(asc(taughtClasses.year), asc(taughtClasses.label));

/** What classes were called before, each once: a label is chosen again more often than made. */
export async function labelsBefore(db: Db): Promise<string[]> {
	const rows = await db
		.select({ label: taughtClasses.label })
		.from(taughtClasses)
		.groupBy(taughtClasses.label)
		.orderBy(asc(taughtClasses.label));
	return rows.map(({ label }) => label);
}
