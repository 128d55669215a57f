import { asc, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import type { Problems } from '../forms.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused } from './allowing.ts';
import { onlyProblems, type Adding } from './forms.ts';
import { wrongNote } from './labels.ts';
import { additionsTakenAway, lessonAdditions, teachingSettings } from './schema.ts';
import { lessonOf, type Scheme, type Teachable } from './scheme.ts';
import { years } from './years.ts';

type Db = Database<'organisation'>;
type Reading = Pick<Db | Tx, 'select'>;

const act = 'keep what is taught';
const mostLetters = 500;

/** What a school teaches to which years. Until somebody has said, every lesson is for the years it was written for. */
export type Settings = {
	kept: boolean;
	/** Whether what is sex education is taught apart from the rest. */
	apart: boolean;
	/** The years that a lesson is taught to here; none, where it is not taught. */
	yearsOf: (lesson: Pick<Teachable, 'id' | 'years'>) => number[];
};

async function newest(db: Reading) {
	const [row] = await db
		.select({ lessons: teachingSettings.lessons, apart: teachingSettings.apart })
		.from(teachingSettings)
		.orderBy(desc(teachingSettings.number))
		.limit(1);
	return row;
}

/** What stands at this school. */
export async function settingsOf(db: Reading): Promise<Settings> {
	const row = await newest(db);
	if (!row) return { kept: false, apart: false, yearsOf: ({ years }) => years };
	const taught = new Map(
		row.lessons.split('\n').map((line) => {
			const [id = '', ...to] = line.split(' ');
			return [id, to.map(Number)];
		})
	);
	return { kept: true, apart: row.apart, yearsOf: ({ id }) => taught.get(id) ?? [] };
}

/** What the field of a lesson’s years is called in the form. */
export const fieldOf = ({ id }: Pick<Teachable, 'id'>): string => `years-${id}`;

/** What was typed as years, such as “9, 10”; `undefined` where it is none. */
function yearsTyped(typed: string): number[] | undefined {
	const parts = typed
		.split(/[^\d]+/)
		.filter(Boolean)
		.map(Number);
	const isOnlyYears = /^[\d\s,;&and]*$/i.test(typed) && parts.every((year) => years.includes(year));
	return isOnlyYears ? [...new Set(parts)].sort((one, other) => one - other) : undefined;
}

/** Keeps which lessons are taught to which years, and whether sex education is taught apart. The same again is kept once. */
export async function keep(
	db: Db,
	staff: Staff,
	{ lessons }: Scheme,
	typed: Record<string, string>,
	at = new Date()
): Promise<'kept' | 'not found' | { problems: Problems }> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const taught = lessons.map((lesson) => ({
		lesson,
		to: yearsTyped((typed[fieldOf(lesson)] ?? '').trim())
	}));
	const problems = onlyProblems(
		Object.fromEntries(
			taught.map(({ lesson, to }) => [
				fieldOf(lesson),
				to ? undefined : `${lesson.id}: write years from 3 to 13, such as 9 or 9, 10`
			])
		)
	);
	if (Object.keys(problems).length > 0) return { problems };
	const row = {
		lessons: taught
			.filter(({ to }) => to && to.length > 0)
			.map(({ lesson, to = [] }) => [lesson.id, ...to].join(' '))
			.join('\n'),
		apart: typed.apart === 'yes'
	};
	return write<'kept'>(db, async (tx) => {
		const before = await newest(tx);
		if (before && before.lessons === row.lessons && before.apart === row.apart) return 'kept';
		await tx.insert(teachingSettings).values({ ...row, setBy: staff.id, at });
		await ledger.record(tx, staff, { did: 'set', object: 'teaching', id: 'what is taught' }, at);
		return 'kept';
	});
}

/** Something that a school says beside a lesson of ours: who said it, and when. */
export type Addition = { id: string; lessonId: string; says: string; by: string; at: Date };

/** What this school says beside its lessons, or beside one, the oldest first. */
export async function additionsTo(db: Reading, lessonId?: string): Promise<Addition[]> {
	const rows = await db
		.select({ ...getTableColumns(lessonAdditions), name: accounts.staff.name })
		.from(lessonAdditions)
		.innerJoin(accounts.staff, eq(accounts.staff.id, lessonAdditions.addedBy))
		.leftJoin(additionsTakenAway, eq(additionsTakenAway.additionId, lessonAdditions.id))
		.where(isNull(additionsTakenAway.additionId))
		.orderBy(asc(lessonAdditions.number));
	return rows
		.filter((row) => lessonId === undefined || row.lessonId === lessonId)
		.map(({ id, lessonId, says, name, at }) => ({ id, lessonId, says, by: name, at }));
}

/** Says something beside a lesson, for everybody here who teaches it. The lesson stays as it was written. */
export async function add(
	db: Db,
	staff: Staff,
	scheme: Scheme,
	{ key, lesson, says }: Adding,
	at = new Date()
): Promise<'added' | 'not found' | { problems: Problems }> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const problems = onlyProblems({
		lesson: lessonOf(scheme, lesson) ? undefined : 'Choose the lesson that this belongs to',
		says: says
			? await wrongNote(db, says, mostLetters)
			: 'Write what whoever teaches it should know'
	});
	if (Object.keys(problems).length > 0) return { problems };
	return write<'added'>(db, async (tx) => {
		const [kept] = await tx
			.insert(lessonAdditions)
			.values({ id: key, lessonId: lesson, says, addedBy: staff.id, at })
			.onConflictDoNothing()
			.returning({ id: lessonAdditions.id });
		if (kept) await ledger.record(tx, staff, { did: 'added to', object: 'lesson', id: lesson }, at);
		return 'added';
	});
}

/** Takes what was said beside a lesson away. Twice is once. */
export async function takeAway(
	db: Db,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<'taken away' | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	return write(db, async (tx) => {
		const [found] = await tx
			.select({ lessonId: lessonAdditions.lessonId })
			.from(lessonAdditions)
			.where(eq(lessonAdditions.id, id));
		if (!found) {
			await ledger.recordNotShown(tx, staff, 'addition to a lesson', id, at);
			return 'not found';
		}
		const [taken] = await tx
			.insert(additionsTakenAway)
			.values({ additionId: id, by: staff.id, at })
			.onConflictDoNothing()
			.returning({ id: additionsTakenAway.additionId });
		const entry = { did: 'took away an addition', object: 'lesson', id: found.lessonId };
		if (taken) await ledger.record(tx, staff, entry, at);
		return 'taken away';
	});
}

/** How the settings stand, as the form has them, and what is said beside the lessons. */
export async function own(
	db: Db,
	staff: Staff,
	{ lessons }: Scheme,
	at = new Date()
): Promise<{ kept: boolean; typed: Record<string, string>; additions: Addition[] } | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const { kept, apart, yearsOf } = await settingsOf(db);
	const typed = Object.fromEntries(
		lessons.map((lesson) => [fieldOf(lesson), yearsOf(lesson).join(', ')])
	);
	return {
		kept,
		typed: { ...typed, ...(apart ? { apart: 'yes' } : {}) },
		additions: await additionsTo(db)
	};
}
