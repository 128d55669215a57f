import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { isOpen } from './asking.ts';
import { isRefused, type Place } from './place.ts';
import { mayTell, type Telling } from './prompting.ts';
import { sealedQuestions } from './public-schema.ts';
import { questionBoxes, questionHandlings } from './schema.ts';
import { unseal } from './sealing.ts';

type Handling = Pick<typeof questionHandlings.$inferSelect, 'state' | 'says'>;

/** A question in a box, and what was done about it. */
export type Question = Handling & { number: number; words: string; mayTell: Telling[] };

/** A box without its key. */
export type Box = Pick<
	typeof questionBoxes.$inferSelect,
	'id' | 'code' | 'className' | 'lessonId' | 'openedAt' | 'goesAt'
> & { open: boolean };

const undone: Handling = { state: '', says: '' };

/**
 * One’s own boxes that are not gone yet, newest first, with how many questions are in each and how many wait. Of an
 * open one it is not said: whoever watched them come would know who wrote which.
 */
export async function listBoxes(
	place: Place,
	staff: Staff,
	at = new Date()
): Promise<(Box & { asked: number; waiting: number })[] | 'not found'> {
	if (await isRefused(place, staff, at)) return 'not found';
	const own = await place.db
		.select()
		.from(questionBoxes)
		.where(and(eq(questionBoxes.staffId, staff.id), gt(questionBoxes.goesAt, at)))
		.orderBy(desc(questionBoxes.openedAt));
	const boxes = own.map(async (box) => {
		const done = and(
			eq(questionHandlings.boxId, box.id),
			inArray(questionHandlings.state, decided)
		);
		const shown = await withoutKey(place, box, at);
		if (shown.open) return { ...shown, asked: 0, waiting: 0 };
		const asked = await place.published.$count(sealedQuestions, eq(sealedQuestions.code, box.code));
		const waiting = asked - (await place.db.$count(questionHandlings, done));
		return { ...shown, asked, waiting };
	});
	return Promise.all(boxes);
}

const decided = ['answered in class', 'next time', 'not suitable', 'told the lead'] as const;

async function withoutKey(
	{ published }: Place,
	{ id, code, className, lessonId, openedAt, goesAt }: typeof questionBoxes.$inferSelect,
	at: Date
): Promise<Box> {
	const open = await isOpen(published, code, at);
	return { id, code, className, lessonId, openedAt, goesAt, open };
}

/**
 * One’s own box with every question in it once it is closed, in an order by chance. Words that may be a disclosure are
 * not among them: they are read one by one. The reading is written down.
 */
export async function readBox(
	place: Place,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<{ box: Box; questions: Question[] } | 'not found'> {
	const found = await ownBox(place, staff, id, at);
	if (found === 'not found') return found;
	const entry = { did: 'read', object: 'question box', id };
	await write(place.db, (tx) => ledger.record(tx, staff, entry, at));
	const questions = (await questionsIn(place, found, at)).map((question) =>
		question.mayTell.length > 0 ? { ...question, words: '' } : question
	);
	return { box: await withoutKey(place, found, at), questions };
}

/** One question of one’s own box; its words, when they may be a disclosure, only `opened`. The reading is written down. */
export async function readQuestion(
	place: Place,
	staff: Staff,
	{ box: id, number, opened }: { box: string; number: number; opened: boolean },
	at = new Date()
): Promise<{ box: Box; question: Question; covered: boolean } | 'not found'> {
	const found = await ownBox(place, staff, id, at);
	if (found === 'not found') return found;
	const question = (await questionsIn(place, found, at)).find((each) => each.number === number);
	if (!question) {
		await write(place.db, (tx) => ledger.recordNotShown(tx, staff, 'question', id, at));
		return 'not found';
	}
	const covered = question.mayTell.length > 0 && !opened;
	const entry = {
		did: covered ? 'saw covered' : 'read',
		object: 'question',
		id: `${id} ${number}`
	};
	await write(place.db, (tx) => ledger.record(tx, staff, entry, at));
	const box = await withoutKey(place, found, at);
	return { box, question: covered ? { ...question, words: '' } : question, covered };
}

/** One’s own box that is not gone, with its key; that it was asked for and is not theirs is written down. */
export async function ownBox(place: Place, staff: Staff, id: string, at: Date) {
	if (await isRefused(place, staff, at)) return 'not found';
	const [found] = await place.db
		.select()
		.from(questionBoxes)
		.where(
			and(
				eq(questionBoxes.id, id),
				eq(questionBoxes.staffId, staff.id),
				gt(questionBoxes.goesAt, at)
			)
		);
	if (found) return found;
	await write(place.db, (tx) => ledger.recordNotShown(tx, staff, 'question box', id, at));
	return 'not found';
}

/**
 * Every question of a box that is closed, by their numbers, which are by chance; of an open one none, since whoever
 * watched them come would know who wrote which.
 */
export async function questionsIn(
	{ published, db }: Place,
	{ id, code, privateKey }: typeof questionBoxes.$inferSelect,
	at: Date
): Promise<Question[]> {
	if (await isOpen(published, code, at)) return [];
	const sealed = await published
		.select()
		.from(sealedQuestions)
		.where(eq(sealedQuestions.code, code))
		.orderBy(sealedQuestions.number);
	const done = await db.select().from(questionHandlings).where(eq(questionHandlings.boxId, id));
	return sealed.map(({ number, sealed }) => {
		const words = opened(sealed, privateKey, code);
		const { state, says } = done.find((each) => each.number === number) ?? undone;
		return { number, words, mayTell: mayTell(words), state, says };
	});
}

/** The words of a question; in place of one that somebody changed where it lay, that it was changed. */
function opened(...of: Parameters<typeof unseal>): string {
	try {
		return unseal(...of);
	} catch {
		return 'This question could not be opened: it was changed where it lay.';
	}
}
