import { and, eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { teachingRooms } from './schema.ts';

const act = 'teach a class';

type Db = Database<'organisation'>;
export type OwnRoom = typeof teachingRooms.$inferSelect;

/** Whether teaching is not theirs, which is then written down: only a school has classes. */
export async function isRefused(db: Db, staff: Staff, at: Date): Promise<boolean> {
	if (may(staff, act) && staff.organisation.kind === 'school') return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}

/** A room that this person opened. Another’s is as if it were not there, whoever asks; and that is written down. */
export async function ownRoom(
	db: Db,
	staff: Staff,
	id: string,
	at: Date
): Promise<OwnRoom | undefined> {
	if (await isRefused(db, staff, at)) return undefined;
	const [found] = await db
		.select()
		.from(teachingRooms)
		.where(and(eq(teachingRooms.id, id), eq(teachingRooms.openedBy, staff.id)));
	if (!found) await write(db, (tx) => ledger.recordNotShown(tx, staff, 'room', id, at));
	return found;
}
