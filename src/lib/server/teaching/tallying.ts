import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { dayIn } from '../fields.ts';
import type { Problems } from '../forms.ts';
import * as ledger from '../ledger/index.ts';
import { isRefused } from './allowing.ts';
import { classById } from './classes.ts';
import { leastAnswers } from './comparing.ts';
import { onlyProblems, wrongDayDone } from './forms.ts';
import { answers, itemsFor, type Answer, type Item } from './items.ts';
import { mayChange } from './planning.ts';
import { askingsTakenBack, classAnswers, classesAsked } from './schema.ts';

const act = 'teach a class';
// Two classes in one hall; more is a slip of the hand.
const mostInARoom = 60;

const called: Record<Answer, string> = {
	agree: 'agree',
	unsure: 'not sure',
	disagree: 'disagree'
};
const aNumber = (place: number, answer: Answer): string =>
	`Item ${place}, ${called[answer]}: write how many, from 0 to ${mostInARoom}`;
const tooMany = (place: number): string =>
	`Item ${place}: more than ${mostInARoom} answers are not one class. Count them again`;

/** What the field of one answer to one item is called: `secondary-1-agree`. */
export const fieldOf = (item: Pick<Item, 'id'>, answer: Answer): string => `${item.id}-${answer}`;

type Counted = Record<Answer, number>;

const countTyped = (typed: string | undefined): number | undefined => {
	const text = (typed ?? '').trim();
	const many = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
	return many !== undefined && many <= mostInARoom ? many : undefined;
};

/** What is wrong with the answers to an item as they were typed, by field; `place` is its number on the page. */
function wrongCounts(
	item: Item,
	place: number,
	typed: Record<string, string>
): Record<string, string | undefined> {
	const counts = answers.map((answer) => countTyped(typed[fieldOf(item, answer)]));
	const sum = counts.reduce<number>((all, each) => all + (each ?? 0), 0);
	if (!counts.includes(undefined) && sum > mostInARoom)
		return { [fieldOf(item, answers[0])]: tooMany(place) };
	return Object.fromEntries(
		answers.map((answer, at) => [
			fieldOf(item, answer),
			counts[at] === undefined ? aNumber(place, answer) : undefined
		])
	);
}

const countsOf = (item: Item, typed: Record<string, string>): Counted =>
	Object.fromEntries(
		answers.map((answer) => [answer, countTyped(typed[fieldOf(item, answer)]) ?? 0])
	) as Counted;

/** The newest asking before a sequence that nothing has ended yet. */
async function openBefore(
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	classId: string
): Promise<{ id: string; day: string } | undefined> {
	const standing = await db
		.select({ id: classesAsked.id, beforeId: classesAsked.beforeId, day: classesAsked.day })
		.from(classesAsked)
		.leftJoin(askingsTakenBack, eq(askingsTakenBack.askedId, classesAsked.id))
		.where(and(eq(classesAsked.classId, classId), isNull(askingsTakenBack.askedId)))
		.orderBy(desc(classesAsked.number));
	const ended = new Set(standing.map(({ beforeId }) => beforeId));
	return standing.find(({ id, beforeId }) => beforeId === null && !ended.has(id));
}

/**
 * Keeps what a class answered before a sequence of lessons, or after it, on paper or by hands, as counts of the class:
 * `typed` has `key`, `moment` (before or after), the day, and a number for each answer to each item.
 *
 * Of an item with fewer than five answers nothing is kept. An asking after ends the newest sequence that is open. The
 * same form sent twice is one asking.
 */
export async function tally(
	db: Database<'organisation'>,
	staff: Staff,
	classId: string,
	typed: Record<string, string>,
	at = new Date()
): Promise<'kept' | 'not found' | { problems: Problems }> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const taught = await classById(db, classId);
	if (!taught) {
		await write(db, (tx) => ledger.recordNotShown(tx, staff, 'class', classId, at));
		return 'not found';
	}
	const items = itemsFor(taught.year);
	const before = typed.moment === 'after' ? await openBefore(db, classId) : undefined;
	const problems = onlyProblems({
		key: isKey(typed.key) ? undefined : 'Open the form again',
		moment: wrongMoment(typed.moment, before !== undefined),
		on: wrongDayDone(typed, at) ?? wrongAfter(typed, before?.day),
		...Object.assign({}, ...items.map((item, at) => wrongCounts(item, at + 1, typed)))
	});
	if (Object.keys(problems).length > 0) return { problems };
	const id = typed.key ?? '';
	return write<'kept'>(db, async (tx) => {
		const row = { id, classId, day: dayIn(typed, 'on'), askedBy: staff.id, at };
		const [kept] = await tx
			.insert(classesAsked)
			.values({ ...row, beforeId: before?.id })
			.onConflictDoNothing()
			.returning({ id: classesAsked.id });
		if (!kept) return 'kept';
		const rows = items
			.map((item) => ({ askedId: id, item: item.id, ...countsOf(item, typed) }))
			.filter(({ agree, unsure, disagree }) => agree + unsure + disagree >= leastAnswers);
		if (rows.length > 0) await tx.insert(classAnswers).values(rows);
		await ledger.record(tx, staff, { did: 'asked', object: 'class', id: classId }, at);
		return 'kept';
	});
}

const isKey = (key: string | undefined): boolean =>
	/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key ?? '');

function wrongMoment(moment: string | undefined, hasBefore: boolean): string | undefined {
	if (moment !== 'before' && moment !== 'after') return 'Choose whether it was before or after';
	return moment === 'after' && !hasBefore
		? 'Nothing was asked before that this could be compared with. Choose “before”, and ask again after'
		: undefined;
}

const wrongAfter = (
	typed: Record<string, string>,
	before: string | undefined
): string | undefined =>
	before && dayIn(typed, 'on') < before
		? 'This class was asked before on a later day. Write the day of the asking after'
		: undefined;

/** Takes an asking back: one that was typed wrongly. What was asked after it stands alone then, and is not shown. */
export async function takeAskingBack(
	db: Database<'organisation'>,
	staff: Staff,
	classId: string,
	id: string,
	at = new Date()
): Promise<'taken back' | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	return write(db, async (tx) => {
		const [found] = await tx
			.select({ by: classesAsked.askedBy })
			.from(classesAsked)
			.where(and(eq(classesAsked.id, id), eq(classesAsked.classId, classId)));
		if (!found || !mayChange(staff, found.by)) {
			await ledger.recordNotShown(tx, staff, 'asking of a class', id, at);
			return 'not found';
		}
		const [taken] = await tx
			.insert(askingsTakenBack)
			.values({ askedId: id, by: staff.id, at })
			.onConflictDoNothing()
			.returning({ id: askingsTakenBack.askedId });
		const entry = { did: 'took back an asking', object: 'class', id: classId };
		if (taken) await ledger.record(tx, staff, entry, at);
		return 'taken back';
	});
}
