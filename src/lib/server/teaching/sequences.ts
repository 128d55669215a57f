import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database, Tx } from '../db/index.ts';
import { changeBetween, type Change, type Share } from './comparing.ts';
import { itemsFor, type Item } from './items.ts';
import { askingsTakenBack, classAnswers, classesAsked, taughtClasses } from './schema.ts';

type Reading = Pick<Database<'organisation'> | Tx, 'select'>;

/** An asking: who may take it back, and when it was. */
export type Asking = { id: string; day: string; askedBy: string };

/** What a class was asked before and after some lessons; `after` is missing until the sequence has ended. */
export type Sequence = {
	classId: string;
	before: Asking;
	after: Asking | undefined;
	changes: { item: Item; change: Change }[];
};

type Row = {
	askedId: string;
	item: string | null;
	agree: number | null;
	unsure: number | null;
	disagree: number | null;
};

const shareOf = (item: Item, row: Row | undefined): Share | undefined =>
	row && {
		of: (row.agree ?? 0) + (row.unsure ?? 0) + (row.disagree ?? 0),
		chose: row[item.hoped] ?? 0
	};

/** The sequences of a school year, or of one class in it, in the order in which they began. */
export async function sequencesIn(
	db: Reading,
	which: { schoolYear: number } | { classId: string }
): Promise<Sequence[]> {
	const rows = await db
		.select({
			...{ classId: classesAsked.classId, year: taughtClasses.year, askedId: classesAsked.id },
			...{ beforeId: classesAsked.beforeId, day: classesAsked.day, askedBy: classesAsked.askedBy },
			...{ item: classAnswers.item, agree: classAnswers.agree },
			...{ unsure: classAnswers.unsure, disagree: classAnswers.disagree }
		})
		.from(classesAsked)
		.innerJoin(taughtClasses, eq(taughtClasses.id, classesAsked.classId))
		.leftJoin(classAnswers, eq(classAnswers.askedId, classesAsked.id))
		.leftJoin(askingsTakenBack, eq(askingsTakenBack.askedId, classesAsked.id))
		.where(
			and(
				isNull(askingsTakenBack.askedId),
				'classId' in which
					? eq(classesAsked.classId, which.classId)
					: eq(taughtClasses.schoolYear, which.schoolYear)
			)
		)
		.orderBy(asc(classesAsked.number));
	const askings = Map.groupBy(rows, ({ askedId }) => askedId);
	const afters = new Map(
		rows.filter(({ beforeId }) => beforeId).map((row) => [row.beforeId, row.askedId])
	);
	return [...askings.values()].flatMap((of) => {
		const [first] = of;
		if (!first || first.beforeId !== null) return [];
		const ending = askings.get(afters.get(first.askedId) ?? '') ?? [];
		const answered = (among: Row[], item: Item) =>
			shareOf(
				item,
				among.find((row) => row.item === item.id)
			);
		return [
			{
				classId: first.classId,
				before: asAsking(first),
				after: ending[0] && asAsking(ending[0]),
				changes: itemsFor(first.year).map((item) => ({
					item,
					change: changeBetween(answered(of, item), answered(ending, item))
				}))
			}
		];
	});
}

const asAsking = ({
	askedId,
	day,
	askedBy
}: {
	askedId: string;
	day: string;
	askedBy: string;
}): Asking => ({
	id: askedId,
	day,
	askedBy
});
