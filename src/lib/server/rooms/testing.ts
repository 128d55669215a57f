import { open as openDatabase, type Database } from '../db/index.ts';
import * as rooms from './index.ts';
import type { Hall, Question, Room } from './index.ts';

export const noon = new Date('2026-11-10T12:00:00Z');
export const minutesLater = (many: number): Date => new Date(noon.getTime() + many * 60_000);

export const question: Question = {
	...{ key: 'line-1', ask: 'Sharing a password with a partner is:' },
	options: ['caring', 'worrying', 'controlling']
};

/** A public database in a file of its own, as a school has it: one in memory has no log to look into. */
export const aPublicFile = (folder: string): Promise<Database<'public'>> =>
	openDatabase('public', { url: `file:${folder}/public.db` });

/** A room in which a question is open. */
export async function asking(hall: Hall, id: string, over: Partial<Question> = {}): Promise<Room> {
	const room = await rooms.open(hall, id, noon);
	const said = await rooms.ask(hall, id, { ...question, ...over }, noon);
	if (said !== 'asked') throw new Error('The question of the test could not be asked');
	return room;
}

/** So many pupils answer the question that is open; what each chooses goes round. */
export const answers = (hall: Hall, { door, moment }: Room, choices: number[], from = 0) =>
	Promise.all(
		choices.map((choice, at) =>
			rooms.answer(
				hall,
				door,
				{ number: moment.asked?.number ?? 0, choice },
				`pupil-${from + at}-of-the-test`,
				noon
			)
		)
	);

type Reader = ReadableStreamDefaultReader<Uint8Array>;

// A read that nothing has answered yet takes what comes next: it is asked again and not forgotten.
const waiting = new WeakMap<Reader, ReturnType<Reader['read']>>();

/** What of a stream has come since it was last read, as text. */
export async function readSoFar(reader: Reader): Promise<string> {
	let text = '';
	for (;;) {
		const reading = waiting.get(reader) ?? reader.read();
		waiting.set(reader, reading);
		const next = await Promise.race([reading, aTurn()]);
		if (next === 'nothing' || next.done) return text;
		waiting.delete(reader);
		text += new TextDecoder().decode(next.value);
	}
}

const aTurn = (): Promise<'nothing'> =>
	new Promise((done) => setImmediate(() => setImmediate(() => done('nothing'))));
