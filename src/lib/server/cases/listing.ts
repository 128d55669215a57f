import { and, desc, eq, inArray, lt, notInArray, sql, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { concerns } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { pupils, type Found } from '../pupils/index.ts';
import { visibleTo } from './access.ts';
import { isNotKeptFrom } from './entries.ts';
import { pupil } from './reading.ts';
import { cases, casesOpen, chronology } from './schema.ts';

type Db = Database<'organisation'>;

/** A case in a list: whose, since when, and when the newest entry was made that its reader may know of. */
export type ListedCase = { reference: string; openedAt: Date; pupil: Found; lastEntryAt: Date };

const newestEntry = (staff: Staff, at: Date) =>
	sql`(
		select ${chronology.at} from ${chronology}
		left join ${concerns} on ${concerns.reference} = ${chronology.about}
		where ${chronology.caseId} = ${cases.id} and ${isNotKeptFrom(staff, at)}
		order by ${chronology.at} desc limit 1
	)`.mapWith(chronology.at);

const openOnes = sql`(select ${casesOpen.caseId} from ${casesOpen})`;
const isOpen = inArray(cases.id, openOnes);

/** Every open case that a person may see, the one with the newest entry first. The listing is written down. */
export const list = (db: Db, staff: Staff, at = new Date()): Promise<ListedCase[]> =>
	listed(db, staff, 'open', at, isOpen);

/** Every closed case that a person may see, the one with the newest entry first. The listing is written down. */
export const listClosed = (db: Db, staff: Staff, at = new Date()): Promise<ListedCase[]> =>
	listed(db, staff, 'closed', at, notInArray(cases.id, openOnes));

/**
 * The open cases in which nothing was written since a moment that this person may know of, the one that has been
 * quiet for longest last. The listing is written down.
 */
export const listQuiet = (
	db: Db,
	staff: Staff,
	since: Date,
	at = new Date()
): Promise<ListedCase[]> =>
	listed(db, staff, 'quiet', at, and(isOpen, lt(newestEntry(staff, at), since.getTime())));

async function listed(
	db: Db,
	staff: Staff,
	id: 'open' | 'closed' | 'quiet',
	at: Date,
	which: SQL | undefined
): Promise<ListedCase[]> {
	if (!may(staff, 'list cases')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'cases', id }, at);
		// Named, so that the order is by what was looked up already: looking it up is most of the work.
		const lastEntryAt = newestEntry(staff, at).as('last_entry_at');
		return tx
			.select({ reference: cases.reference, openedAt: cases.openedAt, pupil, lastEntryAt })
			.from(cases)
			.innerJoin(pupils, eq(pupils.id, cases.pupilId))
			.where(and(which, visibleTo(staff, 'list cases', at)))
			.orderBy(desc(sql`last_entry_at`));
	});
}
