import { eq } from 'drizzle-orm';
import { may, needsStepUp, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { groups } from './schema.ts';

const act = 'keep groups';

/** What is answered when nothing is done. */
export type Refusal = 'not found' | 'step up';

type Db = Database<'organisation'>;

/** Does something in one transaction for somebody who may keep groups and has lately proved who they are. */
export async function keeping<Outcome>(
	db: Db,
	staff: Staff,
	at: Date,
	todo: (tx: Tx) => Promise<Outcome>
): Promise<Outcome | Refusal> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (needsStepUp(staff, act, at)) return 'step up';
	return write(db, todo);
}

/** The same to one group, which is there. */
export const upon = <Outcome>(
	db: Db,
	staff: Staff,
	id: string,
	at: Date,
	todo: (tx: Tx, group: typeof groups.$inferSelect) => Promise<Outcome>
): Promise<Outcome | Refusal> =>
	keeping<Outcome | Refusal>(db, staff, at, async (tx) => {
		const [group] = await tx.select().from(groups).where(eq(groups.id, id));
		if (group) return todo(tx, group);
		await ledger.recordNotShown(tx, staff, 'group', id, at);
		return 'not found';
	});
