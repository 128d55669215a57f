import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { staff as adults } from '../accounts/index.ts';
import { may, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { visibleTo } from './access.ts';
import { concernPupils, concerns, triages, type decisions, type urgencies } from './schema.ts';

const decider = alias(adults, 'decider');

const summary = {
	reference: concerns.reference,
	loggedAt: concerns.loggedAt,
	noticedOn: concerns.noticedOn,
	urgency: concerns.urgency,
	loggedBy: adults.name,
	pupil: {
		id: pupils.id,
		givenName: pupils.givenName,
		familyName: pupils.familyName,
		form: pupils.form
	},
	decidedAt: triages.decidedAt
};

const whole = {
	...summary,
	id: concerns.id,
	noticedTime: concerns.noticedTime,
	place: concerns.place,
	seenOrHeard: concerns.seenOrHeard,
	childsWords: concerns.childsWords,
	doneAlready: concerns.doneAlready,
	loggedById: concerns.loggedBy,
	decision: triages.decision,
	why: triages.why,
	decidedBy: decider.name
};

const listed = (tx: Tx) =>
	tx
		.select(summary)
		.from(concerns)
		.innerJoin(concernPupils, eq(concernPupils.concernId, concerns.id))
		.innerJoin(pupils, eq(pupils.id, concernPupils.pupilId))
		.innerJoin(adults, eq(adults.id, concerns.loggedBy))
		.leftJoin(triages, eq(triages.concernId, concerns.id));

/** A concern in a list: which, about whom, how soon, and whether it was triaged; none of its narrative. */
export type Listed = {
	reference: string;
	loggedAt: Date;
	noticedOn: string;
	urgency: (typeof urgencies)[number];
	loggedBy: string;
	pupil: { id: string; givenName: string; familyName: string; form: string };
	decidedAt: Date | null;
};

/** A concern whole, for whoever may read it. */
export type Concern = Listed & {
	id: string;
	noticedTime: string | null;
	place: string;
	seenOrHeard: string;
	childsWords: string;
	doneAlready: string;
	loggedById: string;
	decision: (typeof decisions)[number] | null;
	why: string | null;
	decidedBy: string | null;
};

/** Immediate first, then same day, then the rest. */
const bySoonest = sql`case ${concerns.urgency} when 'immediate' then 0 when 'same day' then 1 else 2 end`;

/** One concern, whole, inside the caller's transaction; the caller's own act is what is ledgered. */
export async function look(tx: Tx, staff: Staff, reference: string): Promise<Concern | undefined> {
	const [found] = await tx
		.select(whole)
		.from(concerns)
		.innerJoin(concernPupils, eq(concernPupils.concernId, concerns.id))
		.innerJoin(pupils, eq(pupils.id, concernPupils.pupilId))
		.innerJoin(adults, eq(adults.id, concerns.loggedBy))
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.leftJoin(decider, eq(decider.id, triages.decidedBy))
		.where(and(visibleTo(staff), eq(concerns.reference, reference)));
	return found;
}

/**
 * One concern for somebody who may see it. The reading is written down.
 *
 * Who only reported it sees that it was read and by whom; what was decided and why, and everybody
 * who has read it since, is the lead's.
 */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<(Concern & { readers: Reader[] | null }) | undefined> {
	return write(db, async (tx) => {
		const found = await look(tx, staff, reference);
		if (!found) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return undefined;
		}
		await record(tx, staff, { did: 'read', object: 'concern', id: reference }, at);
		const readers = may(staff, 'read a case') ? await readersOf(tx, 'concern', reference) : null;
		return may(staff, 'triage a concern')
			? { ...found, readers }
			: { ...found, decision: null, why: null, readers };
	});
}

/** What nobody has triaged yet, the most urgent and then the oldest first. The listing is written down. */
export async function untriaged(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Listed[]> {
	if (!may(staff, 'list concerns to triage')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id: 'to triage' }, at);
		return listed(tx)
			.where(and(visibleTo(staff), isNull(triages.concernId)))
			.orderBy(bySoonest, asc(concerns.loggedAt));
	});
}

/** What this person has logged themselves, newest first, and what came of it. At most twenty. */
export async function loggedBy(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Listed[]> {
	if (!may(staff, 'read a concern')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id: 'own' }, at);
		return listed(tx)
			.where(and(visibleTo(staff), eq(concerns.loggedBy, staff.id)))
			.orderBy(desc(concerns.loggedAt))
			.limit(20);
	});
}

/** How many concerns wait to be triaged. A count is no record: nothing is written down. */
export async function countUntriaged(db: Database<'organisation'>, staff: Staff): Promise<number> {
	if (!may(staff, 'list concerns to triage')) return 0;
	const [row] = await db
		.select({ waiting: sql<number>`count(*)` })
		.from(concerns)
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.where(and(visibleTo(staff), isNull(triages.concernId)));
	return row?.waiting ?? 0;
}
