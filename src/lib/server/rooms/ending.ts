import { eq, sql } from 'drizzle-orm';
import { write } from '../db/index.ts';
import { isOver, type Hall, type Room } from './hall.ts';
import { roomCounts, roomMarks, roomQuestions, rooms } from './schema.ts';
import { settled } from './writing.ts';

/**
 * Sees to it that what was removed is nowhere in the files of the database: it is overwritten where it stood
 * (`secure_delete`, set on opening), and the log, which may still have it, is written into the file and emptied.
 */
export async function wiped({ published }: Hall): Promise<void> {
	if (published.local) await published.run(sql`pragma wal_checkpoint(truncate)`);
}

/** Ends a lesson: nothing of its room is left, in memory or on the disk. Ending it twice is one end. */
export async function end(hall: Hall, roomId: string): Promise<void> {
	const room = hall.rooms.get(roomId);
	if (!room) return;
	if (room.open) room.open.closing = true;
	await settled(hall);
	await write(hall.published, async (tx) => {
		for (const table of [roomMarks, roomCounts, roomQuestions])
			await tx.delete(table).where(eq(table.roomId, roomId));
		await tx.delete(rooms).where(eq(rooms.id, roomId));
	});
	forget(hall, room);
	await wiped(hall);
}

function forget(hall: Hall, room: Room): void {
	hall.rooms.delete(room.id);
	room.open?.marks.clear();
	room.open?.seal.fill(0);
	hall.streams.end(room.id);
}

/** Ends every room whose time is over. */
export async function endOld(hall: Hall, at = new Date()): Promise<void> {
	for (const room of [...hall.rooms.values()]) if (isOver(room, at)) await end(hall, room.id);
}
