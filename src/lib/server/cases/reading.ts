import {
	and,
	asc,
	desc,
	eq,
	inArray,
	lt,
	isNull,
	notInArray,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import { staff as adults } from '../accounts/index.ts';
import { allows, isFresh, may, type Act, type Staff } from '../access/index.ts';
import {
	concernPupils,
	concerns,
	stillAbout,
	visibleTo as concernsVisibleTo,
	type StepUp
} from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import {
	readersOf,
	record,
	recordAll,
	recordNotShown,
	type Entry as Reading,
	type Reader
} from '../ledger/index.ts';
import { seeAbout } from '../notices/index.ts';
import { pupils, siblings, type Found } from '../pupils/index.ts';
import { shownOn, type Restriction } from '../restrictions/index.ts';
import { factsOf, visibleTo } from './access.ts';
import { cases, casesOpen, chronology, type kinds } from './schema.ts';
import { closedAs, type Closed } from './standing.ts';
import { actionsOf, type Action } from './acting.ts';

export type Entry = {
	id: string;
	kind: (typeof kinds)[number];
	says: string;
	about: string | null;
	by: string;
	at: Date;
	/** `YYYY-MM-DD`, when it happened on another day than it was written down. */
	happenedOn: string | null;
	/** What the concern it is about says, when it is about one. */
	seenOrHeard: string | null;
	childsWords: string | null;
};

export type Case = {
	id: string;
	reference: string;
	openedAt: Date;
	pupil: Found;
	siblings: Found[];
	chronology: Entry[];
	readers: Reader[];
	/** Whether only a named few may know of it. */
	restricted: boolean;
	restriction: Restriction | null;
	/** How it was closed; `null` while it is open. */
	closed: Closed | null;
	/** What is still to be done, the soonest first. */
	actions: Action[];
	/** Whether this person may add to it and refer from it. */
	mayAdd: boolean;
	mayRestrict: boolean;
};

export type ListedCase = { reference: string; openedAt: Date; pupil: Found; lastEntryAt: Date };

const pupil = {
	id: pupils.id,
	givenName: pupils.givenName,
	familyName: pupils.familyName,
	year: pupils.year,
	form: pupils.form,
	bornOn: pupils.bornOn,
	leftOn: pupils.leftOn
};

/**
 * A case with its chronology, newest first, for somebody who may see it. The reading is written down,
 * of the case and of every concern that is told in it.
 */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date(),
	act: Act = 'read a case'
): Promise<Case | StepUp | undefined> {
	return write(db, async (tx) => {
		const found = await look(tx, staff, act, reference, at);
		if (!found) {
			await recordNotShown(tx, staff, 'case', reference, at);
			return undefined;
		}
		if (found === 'step up') return found;
		const chronology = await entriesOf(tx, staff, found.id, at);
		await seeAbout(tx, staff, reference, at);
		const reading = { did: 'read', object: 'case', id: reference };
		await recordAll(tx, staff, [...concernsIn(chronology), reading], at);
		const facts = await factsOf(tx, found.id, at);
		return {
			...found,
			restriction: await shownOn(tx, { object: 'case', id: found.id }, staff, at),
			mayAdd: allows(staff, 'add to a case', facts),
			mayRestrict: allows(staff, 'restrict a record', facts),
			closed: await closedAs(tx, found.id),
			actions: await actionsOf(tx, found.id),
			siblings: await siblings(tx, found.pupil.id),
			chronology,
			readers: await readersOf(tx, 'case', reference)
		};
	});
}

/** The readings that showing a chronology is: a concern told in it is read, as on its own page. */
export const concernsIn = (entries: Entry[]): Reading[] =>
	[...new Set(entries.flatMap(({ about, seenOrHeard }) => (seenOrHeard && about) || []))].map(
		(id) => ({ did: 'read', object: 'concern', id })
	);

/**
 * A case without its chronology, inside the caller's transaction, for somebody who may do this act to it.
 * Of a restricted one, also for those who are named, only within ten minutes of a step-up.
 */
export async function look(tx: Tx, staff: Staff, act: Act, reference: string, at: Date) {
	const found = await one(tx, reference);
	if (!found) return undefined;
	const facts = await factsOf(tx, found.id, at);
	if (!allows(staff, act, facts)) return undefined;
	if (facts.restriction && !isFresh(staff, at)) return 'step up';
	return { ...found, restricted: facts.restriction !== null };
}

async function one(tx: Tx, reference: string) {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference, openedAt: cases.openedAt, pupil })
		.from(cases)
		.innerJoin(pupils, eq(pupils.id, cases.pupilId))
		.where(eq(cases.reference, reference));
	return found;
}

/** Whether an entry, beside the concern it is about, tells of none that is kept from this person. */
export const isNotKeptFrom = (staff: Staff, at: Date) =>
	or(isNull(concerns.id), concernsVisibleTo(staff, 'read within a case', at));

/** Whether the concern that an entry is about turned out to be about another child than the case's. */
export const isAboutAnother = sql<number>`(${concerns.id} is not null and not exists (
	select 1 from ${concernPupils}
	where ${concernPupils.concernId} = ${concerns.id}
		and ${concernPupils.pupilId} = ${cases.pupilId} and ${stillAbout}
))`;

/** The entries of a case, newest first; none that tells of a concern which is kept from this person. */
export async function entriesOf(tx: Tx, staff: Staff, caseId: string, at: Date): Promise<Entry[]> {
	const entries = await tx
		.select({
			id: chronology.id,
			kind: chronology.kind,
			says: chronology.says,
			about: chronology.about,
			by: sql<string>`coalesce(${adults.name}, ${chronology.from}, '')`,
			at: chronology.at,
			happenedOn: chronology.happenedOn,
			seenOrHeard: concerns.seenOrHeard,
			childsWords: concerns.childsWords,
			isAboutAnother
		})
		.from(chronology)
		.innerJoin(cases, eq(cases.id, chronology.caseId))
		.leftJoin(adults, eq(adults.id, chronology.staffId))
		.leftJoin(concerns, eq(concerns.reference, chronology.about))
		.where(and(eq(chronology.caseId, caseId), isNotKeptFrom(staff, at)))
		.orderBy(desc(chronology.at), desc(sql`${chronology}.rowid`));
	return entries.map(({ isAboutAnother, ...entry }) => {
		if (isAboutAnother) return { ...entry, ...aboutAnother };
		return entry.kind === 'concern' ? entry : { ...entry, seenOrHeard: null, childsWords: null };
	});
}

// What was written of another child is not told in this child's case.
const aboutAnother = {
	says: 'This was about another child, and is told in their case.',
	seenOrHeard: null,
	childsWords: null
};

const listedCase = { reference: cases.reference, openedAt: cases.openedAt, pupil };

/** When the newest entry was made that a reader of a list may know of. */
const newestEntry = (staff: Staff, at: Date) =>
	sql`(
		select ${chronology.at} from ${chronology}
		left join ${concerns} on ${concerns.reference} = ${chronology.about}
		where ${chronology.caseId} = ${cases.id} and ${isNotKeptFrom(staff, at)}
		order by ${chronology.at} desc limit 1
	)`.mapWith(chronology.at);

/** Every open case that a person may see, the one with the newest entry first. The listing is written down. */
export const list = (
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<ListedCase[]> => listed(db, staff, 'open', at, inArray(cases.id, openOnes));

/** Every closed case that a person may see, the one with the newest entry first. The listing is written down. */
export const listClosed = (
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date()
): Promise<ListedCase[]> => listed(db, staff, 'closed', at, notInArray(cases.id, openOnes));

/**
 * The open cases in which nothing was written since a moment, the one that is quiet for longest first. At most
 * twenty. The listing is written down.
 */
export async function listQuiet(
	db: Database<'organisation'>,
	staff: Staff,
	since: Date,
	at = new Date()
): Promise<ListedCase[]> {
	if (!may(staff, 'list cases')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'cases', id: 'quiet' }, at);
		return tx
			.select({ ...listedCase, lastEntryAt: casesOpen.lastEntryAt })
			.from(casesOpen)
			.innerJoin(cases, eq(cases.id, casesOpen.caseId))
			.innerJoin(pupils, eq(pupils.id, cases.pupilId))
			.where(and(lt(casesOpen.lastEntryAt, since), visibleTo(staff, 'list cases', at)))
			.orderBy(asc(casesOpen.lastEntryAt))
			.limit(20);
	});
}

const openOnes = sql`(select ${casesOpen.caseId} from ${casesOpen})`;

async function listed(
	db: Database<'organisation'>,
	staff: Staff,
	id: 'open' | 'closed',
	at: Date,
	which: SQL
): Promise<ListedCase[]> {
	if (!may(staff, 'list cases')) return [];
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'listed', object: 'cases', id }, at);
		const lastEntryAt = newestEntry(staff, at);
		return tx
			.select({ ...listedCase, lastEntryAt })
			.from(cases)
			.innerJoin(pupils, eq(pupils.id, cases.pupilId))
			.where(and(which, visibleTo(staff, 'list cases', at)))
			.orderBy(desc(lastEntryAt));
	});
}
