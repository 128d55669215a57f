import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { staff as adults } from '../accounts/index.ts';
import { allows, isFresh, may, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { pupils } from '../pupils/index.ts';
import { shownOn, type Restriction } from '../restrictions/index.ts';
import { factsOf, visibleTo } from './access.ts';
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
	/** Whether only a named few may know of it. */
	restricted: boolean;
};

/** Immediate first, then same day, then the rest. */
const bySoonest = sql`case ${concerns.urgency} when 'immediate' then 0 when 'same day' then 1 else 2 end`;

/** A concern as its page shows it. `readers` is `null` for those who do not see who has read it. */
type Read = Concern & {
	readers: Reader[] | null;
	restriction: Restriction | null;
	mayTriage: boolean;
	mayRestrict: boolean;
};

/** What somebody is told who may see a restricted record and has not proved lately who they are. */
export type StepUp = 'step up';

/**
 * One concern, whole, inside the caller's transaction, for somebody who may do this act to it; the
 * caller's own act is what is ledgered.
 */
export async function look(
	tx: Tx,
	staff: Staff,
	act: Act,
	reference: string,
	at: Date
): Promise<Concern | StepUp | undefined> {
	const found = await one(tx, reference);
	if (!found) return undefined;
	const facts = await factsOf(tx, found, at);
	if (!allows(staff, act, facts)) return undefined;
	if (facts.restriction && !isFresh(staff, at)) return 'step up';
	return { ...found, restricted: facts.restriction !== null };
}

async function one(tx: Tx, reference: string): Promise<Omit<Concern, 'restricted'> | undefined> {
	const [found] = await tx
		.select(whole)
		.from(concerns)
		.innerJoin(concernPupils, eq(concernPupils.concernId, concerns.id))
		.innerJoin(pupils, eq(pupils.id, concernPupils.pupilId))
		.innerJoin(adults, eq(adults.id, concerns.loggedBy))
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.leftJoin(decider, eq(decider.id, triages.decidedBy))
		.where(eq(concerns.reference, reference));
	return found;
}

/**
 * One concern for somebody who may see it. The reading is written down. Of a restricted one, also for
 * those who are named, only within ten minutes of a step-up.
 *
 * Who only reported it sees that it was read and by whom; what was decided and why, and everybody
 * who has read it since, is the lead's.
 */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date(),
	act: Act = 'read a concern'
): Promise<Read | StepUp | undefined> {
	return write(db, async (tx) => {
		const found = await look(tx, staff, act, reference, at);
		if (!found) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return undefined;
		}
		if (found === 'step up') return found;
		await record(tx, staff, { did: 'read', object: 'concern', id: reference }, at);
		const facts = await factsOf(tx, found, at);
		const shown = {
			...found,
			restriction: await shownOn(tx, { object: 'concern', id: found.id }, staff, at),
			mayTriage: allows(staff, 'triage a concern', facts),
			mayRestrict: allows(staff, 'restrict a record', facts)
		};
		return allows(staff, 'read what was decided', facts)
			? { ...shown, readers: await readersOf(tx, 'concern', reference) }
			: { ...shown, decision: null, why: null, readers: null };
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
			.where(and(visibleTo(staff, 'list concerns to triage', at), isNull(triages.concernId)))
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
			.where(and(visibleTo(staff, 'read a concern', at), eq(concerns.loggedBy, staff.id)))
			.orderBy(desc(concerns.loggedAt))
			.limit(20);
	});
}

/** What was written about the pupils whom this person looks after, newest first. At most a hundred. */
export async function ofGroups(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<Listed[]> {
	if (!may(staff, 'list concerns of a group')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'concerns', id: 'of groups' }, at);
		return listed(tx)
			.where(visibleTo(staff, 'list concerns of a group', at))
			.orderBy(desc(concerns.loggedAt))
			.limit(100);
	});
}

/** How many concerns wait to be triaged. A count is no record: nothing is written down. */
export async function countUntriaged(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<number> {
	if (!may(staff, 'list concerns to triage')) return 0;
	const [row] = await db
		.select({ waiting: sql<number>`count(*)` })
		.from(concerns)
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.where(and(visibleTo(staff, 'list concerns to triage', at), isNull(triages.concernId)));
	return row?.waiting ?? 0;
}
