import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import * as rooms from '../rooms/index.ts';
import type { Asked, Hall } from '../rooms/index.ts';
import { ownRoom, type OwnRoom } from './access.ts';
import { keptTallies } from './schema.ts';

/**
 * Ends one’s lesson. Nothing of the room remains but, if the teacher keeps them, what everybody saw of its questions.
 * A question that is still open is shown to nobody, and is not kept.
 */
export async function end(
	db: Database<'organisation'>,
	hall: Hall,
	staff: Staff,
	id: string,
	{ keep }: { keep: string[] },
	at = new Date()
): Promise<'ended' | 'not found'> {
	const own = await ownRoom(db, staff, id, at);
	if (!own) return 'not found';
	const room = rooms.byId(hall, id, at);
	if (!room) return 'ended';
	await write(db, async (tx) => {
		const rows = keep.includes('yes') ? keptOf(own, room.asked, at) : [];
		if (rows.length > 0) await tx.insert(keptTallies).values(rows).onConflictDoNothing();
		const did = rows.length > 0 ? 'ended a room and kept its tallies' : 'ended a room';
		await ledger.record(tx, staff, { did, object: 'lesson', id: own.lessonId }, at);
	});
	await rooms.end(hall, id);
	return 'ended';
}

const keptOf = ({ id }: OwnRoom, asked: Asked[], at: Date): (typeof keptTallies.$inferInsert)[] =>
	asked.flatMap(({ number, ask, options, shown }) =>
		shown
			? {
					...{ roomId: id, number, ask, options: JSON.stringify(options) },
					...{ shown: JSON.stringify(shown), keptAt: at }
				}
			: []
	);
