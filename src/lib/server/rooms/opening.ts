import { randomBytes } from 'node:crypto';
import { asc, sql } from 'drizzle-orm';
import { write, type Database } from '../db/index.ts';
import { wiped } from './ending.ts';
import { emptyHall, momentOf, type Asked, type Hall, type Open, type Room } from './hall.ts';
import type { Shown } from './publishing.ts';
import { roomMarks, roomQuestions, rooms } from './schema.ts';
import { newCode } from './words.ts';

/** Opens the hall with the rooms that were open when the last process ended, as they were then. */
export async function openHall(published: Database<'public'>): Promise<Hall> {
	const hall = emptyHall(published);
	if (published.local) await published.run(sql`pragma secure_delete = on`);
	const questions = await published.select().from(roomQuestions).orderBy(asc(roomQuestions.number));
	const marks = await published.select().from(roomMarks);
	for (const row of await published.select().from(rooms)) {
		const own = questions.filter(({ roomId }) => roomId === row.id);
		const asked = own.map(asAsked);
		const there = marks.filter(({ roomId }) => roomId === row.id).map(({ mark }) => mark);
		const open = asOpen(own.at(-1), there);
		hall.rooms.set(row.id, { ...row, asked, open, moment: momentOf(asked.at(-1)) });
	}
	await wiped(hall);
	return hall;
}

type Row = typeof roomQuestions.$inferSelect;

const asAsked = ({ number, key, ask, options, shown }: Row): Asked => ({
	...{ number, key, ask },
	options: JSON.parse(options) as string[],
	shown: shown === null ? undefined : (JSON.parse(shown) as Shown)
});

const asOpen = (row: Row | undefined, marks: string[]): Open | undefined =>
	row?.seal
		? {
				number: row.number,
				seal: Buffer.from(row.seal, 'base64url'),
				marks: new Map(marks.map((mark) => [mark, Promise.resolve()])),
				closing: false
			}
		: undefined;

/** Opens a room under an id that whoever opens it has chosen. Opening it twice opens one. */
export async function open(hall: Hall, id: string, at = new Date()): Promise<Room> {
	const there = hall.rooms.get(id);
	if (there) return there;
	const { code, fourth } = freeCode(hall);
	const row = { id, code, fourth, door: randomBytes(16).toString('base64url') };
	const room: Room = {
		...{ ...row, openedAt: at, touchedAt: at },
		...{ asked: [], open: undefined, moment: momentOf(undefined) }
	};
	hall.rooms.set(id, room);
	try {
		await write(hall.published, (tx) =>
			tx.insert(rooms).values({ ...row, openedAt: at, touchedAt: at })
		);
	} catch (fault) {
		hall.rooms.delete(id);
		throw fault;
	}
	return room;
}

/** A code that no open room has. */
function freeCode(hall: Hall): ReturnType<typeof newCode> {
	const taken = new Set(hall.rooms.values().map(({ code }) => code));
	for (;;) {
		const made = newCode();
		if (!taken.has(made.code)) return made;
	}
}
