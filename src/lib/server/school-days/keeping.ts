import { desc } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import { usual, type Calendar } from './calendar.ts';
import { schoolCalendars } from './schema.ts';
import { stretchesOf, type Setting } from './setting.ts';

type Db = Database<'organisation'>;

const act = 'keep the school’s days';

/** What was kept last, if anything was. */
async function newest(db: Pick<Db | Tx, 'select'>) {
	const [row] = await db
		.select({
			opensAt: schoolCalendars.opensAt,
			closesAt: schoolCalendars.closesAt,
			terms: schoolCalendars.terms,
			closed: schoolCalendars.closed
		})
		.from(schoolCalendars)
		.orderBy(desc(schoolCalendars.number))
		.limit(1);
	return row;
}

const read = ({ terms, closed, ...hours }: Setting): Calendar => ({
	...hours,
	terms: stretchesOf(terms),
	closed: stretchesOf(closed)
});

/** When the school is there: what was kept last or, before that, what is usual. */
export async function current(db: Pick<Db | Tx, 'select'>): Promise<Calendar> {
	const kept = await newest(db);
	return kept ? read(kept) : usual;
}

/** Whether this is not theirs to keep, which is then written down: only a school has days of school. */
async function isRefused(db: Db, staff: Staff, at: Date): Promise<boolean> {
	if (may(staff, act) && staff.organisation.kind === 'school') return false;
	await recordRefusal(db, staff, act, at);
	return true;
}

/** The calendar of one's own school, and how it was typed; `kept` is whether anybody has kept it. */
export async function own(
	db: Db,
	staff: Staff,
	at = new Date()
): Promise<{ calendar: Calendar; typed: Setting; kept: boolean } | 'not found'> {
	if (await isRefused(db, staff, at)) return 'not found';
	const kept = await newest(db);
	const typed = kept ?? { ...usual, terms: '', closed: '' };
	return { calendar: read(typed), typed, kept: kept !== undefined };
}

/** Keeps when one's own school is there. The same again, as by a doubled click, is kept once. */
export async function set(
	db: Db,
	staff: Staff,
	values: Setting,
	at = new Date()
): Promise<'set' | 'not found'> {
	if (await isRefused(db, staff, at)) return 'not found';
	return write<'set'>(db, async (tx) => {
		const before = await newest(tx);
		if (before && isSame(before, values)) return 'set';
		await tx.insert(schoolCalendars).values({ ...values, setBy: staff.id, setAt: at });
		await record(tx, staff, { did: 'set', object: 'calendar', id: 'school days' }, at);
		return 'set';
	});
}

const isSame = (one: Setting, other: Setting): boolean =>
	(['opensAt', 'closesAt', 'terms', 'closed'] as const).every((part) => one[part] === other[part]);
