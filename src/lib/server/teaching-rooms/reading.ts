import { asc, desc, eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as lessonChecks from '../lesson-checks/index.ts';
import type { Stands } from '../lesson-checks/index.ts';
import * as lessons from '../lessons/index.ts';
import type { Published } from '../lessons/index.ts';
import * as rooms from '../rooms/index.ts';
import type { Asked, Hall, Room } from '../rooms/index.ts';
import { isRefused, ownRoom } from './access.ts';
import { mayBeRepeated, questionsOf, type Questions } from './questions.ts';
import { keptTallies, teachingRooms } from './schema.ts';

type Db = Database<'organisation'>;
/** A room as its teacher sees it in a list. */
export type Listed = { id: string; code: string; openedAt: Date; lesson: Published | undefined };

/** The rooms that one has open now, and which lessons one may be opened for. */
export async function own(
	db: Db,
	hall: Hall,
	staff: Staff,
	all: readonly Published[],
	at = new Date()
): Promise<'not found' | { open: Listed[]; lessons: (Published & Stands)[] }> {
	if (await isRefused(db, staff, at)) return 'not found';
	const mine = await db
		.select()
		.from(teachingRooms)
		.where(eq(teachingRooms.openedBy, staff.id))
		.orderBy(desc(teachingRooms.openedAt))
		.limit(20);
	const open = mine.flatMap(({ id, lessonId, openedAt }) => {
		const room = rooms.byId(hall, id, at);
		return room ? { id, openedAt, code: room.code, lesson: lessons.byId(lessonId) } : [];
	});
	const listed = await lessonChecks.list(db, staff, all, at);
	return listed === 'not found' ? listed : { open, lessons: listed };
}

/** A question as it is listed for the teacher: whether it has been asked, or may be. */
export type Askable = Questions['questions'][number] & { wasAsked: boolean };
export type Console = {
	lesson: Published | undefined;
	/** The room, or nothing when the lesson is over. How many are in it, or have answered, is not known here either. */
	live:
		| (Pick<Room, 'door' | 'code' | 'fourth' | 'asked'> & { isOpen: boolean; until: Date })
		| undefined;
	sets: (Omit<Questions, 'questions'> & { questions: Askable[] })[];
	kept: Asked[];
};

/** One’s own room, as its teacher sees it. */
export async function read(
	db: Db,
	hall: Hall,
	staff: Staff,
	id: string,
	at = new Date()
): Promise<Console | 'not found'> {
	const found = await ownRoom(db, staff, id, at);
	if (!found) return 'not found';
	const lesson = lessons.byId(found.lessonId);
	const room = rooms.byId(hall, id, at);
	const before = new Set(room?.asked.map(({ key }) => key));
	return {
		lesson,
		live: room && asLive(room),
		sets: (lesson && room ? questionsOf(lesson) : []).map((each) => ({
			...each,
			questions: each.questions.map((one) => ({
				...one,
				wasAsked: before.has(one.key) && !mayBeRepeated(one)
			}))
		})),
		kept: room ? [] : await keptOf(db, id)
	};
}

const asLive = (room: Room): Console['live'] => ({
	...{ door: room.door, code: room.code, fourth: room.fourth, asked: room.asked },
	...{ isOpen: room.open !== undefined, until: rooms.lastsUntil(room) }
});

async function keptOf(db: Db, roomId: string): Promise<Asked[]> {
	const rows = await db
		.select()
		.from(keptTallies)
		.where(eq(keptTallies.roomId, roomId))
		.orderBy(asc(keptTallies.number));
	return rows.map(({ number, ask, options, shown }) => ({
		...{ key: '', number, ask },
		options: JSON.parse(options) as string[],
		shown: JSON.parse(shown) as Asked['shown']
	}));
}
