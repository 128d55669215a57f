import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as lessons from '../lessons/index.ts';
import * as rooms from '../rooms/index.ts';
import type { Hall, Question } from '../rooms/index.ts';
import { ownRoom } from './access.ts';
import type { Counting } from './forms.ts';
import { mayBeRepeated, questionIn } from './questions.ts';

type Db = Database<'organisation'>;
type Refused = 'not found' | 'over' | 'no such question' | 'asked before';

/** A question of the lesson that this room is for, if it may still be asked there. */
async function askable(
	{ db, hall, staff }: { db: Db; hall: Hall; staff: Staff },
	id: string,
	key: string,
	at: Date
): Promise<Question | Refused> {
	const own = await ownRoom(db, staff, id, at);
	if (!own) return 'not found';
	const room = rooms.byId(hall, id, at);
	if (!room) return 'over';
	const lesson = lessons.byId(own.lessonId);
	const question = lesson && questionIn(lesson, key);
	if (!question) return 'no such question';
	const before = room.asked.some((each) => each.key === key);
	return before && !mayBeRepeated(question) ? 'asked before' : question;
}

/** Asks one’s class a question of the lesson. */
export async function ask(
	db: Db,
	hall: Hall,
	staff: Staff,
	id: string,
	{ question: key }: { question: string },
	at = new Date()
): Promise<Refused | Awaited<ReturnType<typeof rooms.ask>>> {
	const question = await askable({ db, hall, staff }, id, key, at);
	return typeof question === 'string' ? question : rooms.ask(hall, id, question, at);
}

/** Shows one’s class a tally that was taken without devices. */
export async function byHands(
	db: Db,
	hall: Hall,
	staff: Staff,
	id: string,
	{ question: key, ...typed }: Counting,
	at = new Date()
): Promise<Refused | Awaited<ReturnType<typeof rooms.byHands>>> {
	const question = await askable({ db, hall, staff }, id, key, at);
	if (typeof question === 'string') return question;
	const { count0, count1, count2, count3, count4, count5 } = typed;
	const counts = [count0, count1, count2, count3, count4, count5];
	return rooms.byHands(hall, id, question, counts.slice(0, question.options.length), at);
}

/** Closes the question that one’s class was asked, and shows it. */
export async function close(
	db: Db,
	hall: Hall,
	staff: Staff,
	id: string,
	{ number }: { number: number },
	at = new Date()
): Promise<'not found' | Awaited<ReturnType<typeof rooms.close>>> {
	if (!(await ownRoom(db, staff, id, at))) return 'not found';
	return rooms.close(hall, id, number, at);
}
