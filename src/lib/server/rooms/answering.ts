import { createHmac, randomBytes } from 'node:crypto';
import { byDoor, type Hall, type Open } from './hall.ts';
import { written } from './writing.ts';

/** What a browser is given when it comes in, and keeps until the lesson ends. It is kept nowhere else. */
export const newToken = (): string => randomBytes(18).toString('base64url');

// More than any class: what comes after is a machine that stuffs a ballot.
const mostAnswers = 1_000;

export const markOf = (seal: Buffer, token: string): string =>
	createHmac('sha256', seal).update(token).digest('base64url').slice(0, 22);

/**
 * Counts an answer, and says so when the disk has it. The same browser is counted once for each question, however
 * often it asks: what it chose first stays, since nothing is left to change it by.
 *
 * `'closed'` when the question is not open any more; `'over'` when there is no such room.
 */
export async function answer(
	hall: Hall,
	door: string,
	given: { number: number; choice: number },
	token: string,
	at = new Date()
): Promise<'counted' | 'closed' | 'over'> {
	const room = byDoor(hall, door, at);
	if (!room) return 'over';
	const { open, moment } = room;
	const many = moment.asked?.options.length ?? 0;
	if (!open || open.closing || open.number !== given.number || given.choice >= many)
		return 'closed';
	const mark = markOf(open.seal, token);
	const counted = open.marks.get(mark);
	if (!counted && open.marks.size >= mostAnswers) return 'closed';
	await (counted ?? count(hall, open, { roomId: room.id, ...given, mark }));
	return 'counted';
}

function count(hall: Hall, open: Open, answer: Parameters<typeof written>[1]): Promise<void> {
	const { mark } = answer;
	const counted = written(hall, answer);
	open.marks.set(mark, counted);
	// What could not be written was not counted, and may be sent again.
	counted.catch(() => open.marks.delete(mark));
	return counted;
}

/** Whether this browser has answered the question that is open. */
export const hasAnswered = (hall: Hall, door: string, token: string, at = new Date()): boolean => {
	const open = byDoor(hall, door, at)?.open;
	return open !== undefined && open.marks.has(markOf(open.seal, token));
};
