import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { write, type Tx } from '../db/index.ts';
import { wiped } from './ending.ts';
import { byId, momentOf, type Asked, type Hall, type Question, type Room } from './hall.ts';
import { published, type Shown } from './publishing.ts';
import { roomCounts, roomMarks, roomQuestions, rooms } from './schema.ts';
import { settled } from './writing.ts';

/** Asks a class something. One question is open at a time, and the one before it has been shown or hidden by then. */
export async function ask(
	hall: Hall,
	roomId: string,
	question: Question,
	at = new Date()
): Promise<'asked' | 'one is open' | 'over'> {
	const room = byId(hall, roomId, at);
	if (!room) return 'over';
	if (room.open) return 'one is open';
	const asked: Asked = { ...question, number: room.asked.length + 1, shown: undefined };
	const seal = randomBytes(32);
	// Said before it is written, so that two who press at once ask once.
	room.open = { number: asked.number, seal, marks: new Map(), closing: false };
	try {
		await keep(hall, room, asked, seal.toString('base64url'), at);
	} catch (fault) {
		room.open = undefined;
		throw fault;
	}
	show(hall, room, asked);
	return 'asked';
}

/** Shows a tally of hands, cards or corners: the same view, and the same hiding, as of a question on devices. */
export async function byHands(
	hall: Hall,
	roomId: string,
	question: Question,
	counts: number[],
	at = new Date()
): Promise<'shown' | 'one is open' | 'over'> {
	const room = byId(hall, roomId, at);
	if (!room) return 'over';
	if (room.open) return 'one is open';
	const asked: Asked = {
		...{ ...question, number: room.asked.length + 1 },
		shown: published(counts)
	};
	await keep(hall, room, asked, null, at);
	show(hall, room, asked);
	return 'shown';
}

function keep(hall: Hall, room: Room, asked: Asked, seal: string | null, at: Date): Promise<void> {
	const { number, key, ask, options, shown } = asked;
	return write(hall.published, async (tx) => {
		await tx.insert(roomQuestions).values({
			...{ roomId: room.id, number, key, ask, options: JSON.stringify(options), seal },
			shown: shown ? JSON.stringify(shown) : null
		});
		await touch(tx, room, at);
	});
}

async function touch(tx: Tx, room: Room, at: Date): Promise<void> {
	await tx.update(rooms).set({ touchedAt: at }).where(eq(rooms.id, room.id));
	room.touchedAt = at;
}

/** From here on everybody sees this, and all at once. */
function show(hall: Hall, room: Room, asked: Asked): void {
	room.asked = [...room.asked.filter(({ number }) => number !== asked.number), asked];
	room.moment = momentOf(asked);
	hall.streams.show(room.id, room.moment);
}

/**
 * Closes the question that is open, for good, and shows one view of it, once. The counts and the marks are removed in
 * the same transaction: there is nothing left to ask again.
 */
export async function close(
	hall: Hall,
	roomId: string,
	number: number,
	at = new Date()
): Promise<'shown' | 'not open' | 'over'> {
	const room = byId(hall, roomId, at);
	if (!room) return 'over';
	const { open, moment } = room;
	const { asked } = moment;
	if (!open || open.closing || open.number !== number || !asked) return 'not open';
	open.closing = true;
	await settled(hall);
	try {
		const shown = await keepShown(hall, room, asked, at);
		open.marks.clear();
		open.seal.fill(0);
		// Before anything is waited for: another question may be asked from here on, and this one is shown already.
		show(hall, room, { ...asked, shown });
		room.open = undefined;
	} catch (fault) {
		open.closing = false;
		throw fault;
	}
	await wiped(hall);
	return 'shown';
}

const keepShown = (hall: Hall, room: Room, { number, options }: Asked, at: Date): Promise<Shown> =>
	write(hall.published, async (tx) => {
		const here = { roomId: room.id, number };
		const rows = await tx
			.select()
			.from(roomCounts)
			.where(and(eq(roomCounts.roomId, here.roomId), eq(roomCounts.number, here.number)));
		const counts = options.map((_, at) => rows.find(({ choice }) => choice === at)?.count ?? 0);
		const shown = published(counts);
		await tx
			.update(roomQuestions)
			.set({ seal: null, shown: JSON.stringify(shown) })
			.where(and(eq(roomQuestions.roomId, here.roomId), eq(roomQuestions.number, here.number)));
		await tx.delete(roomCounts).where(eq(roomCounts.roomId, here.roomId));
		await tx.delete(roomMarks).where(eq(roomMarks.roomId, here.roomId));
		await touch(tx, room, at);
		return shown;
	});
