import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as lessonChecks from '../lesson-checks/index.ts';
import type { Checkable } from '../lesson-checks/index.ts';
import * as rooms from '../rooms/index.ts';
import type { Hall } from '../rooms/index.ts';
import { isRefused, ownRoom } from './access.ts';
import { teachingRooms } from './schema.ts';

/**
 * Opens a live room for a lesson that may be presented to a class, or says why it may not.
 *
 * The school’s ledger has who opened it for which lesson; the public database is handed the room’s id and no more.
 * The same form sent twice is one room.
 */
export async function open(
	db: Database<'organisation'>,
	hall: Hall,
	staff: Staff,
	lesson: Checkable,
	{ key: id }: { key: string },
	at = new Date()
): Promise<'opened' | { why: string } | 'not found'> {
	if (await isRefused(db, staff, at)) return 'not found';
	const presentable = await lessonChecks.mayBePresented(db, lesson);
	if (!presentable.may) return { why: presentable.why };
	// The hall is one for every school: a room of that id that is not here is another’s, and stays theirs.
	if (rooms.byId(hall, id, at) && !(await ownRoom(db, staff, id, at))) return 'not found';
	const isNew = await write(db, async (tx) => {
		const [kept] = await tx
			.insert(teachingRooms)
			.values({ id, lessonId: lesson.id, openedBy: staff.id, openedAt: at })
			.onConflictDoNothing()
			.returning({ id: teachingRooms.id });
		const entry = { did: 'opened a room', object: 'lesson', id: lesson.id };
		if (kept) await ledger.record(tx, staff, entry, at);
		return kept !== undefined;
	});
	if (isNew) await rooms.open(hall, id, at);
	else if (!(await ownRoom(db, staff, id, at))) return 'not found';
	return 'opened';
}
