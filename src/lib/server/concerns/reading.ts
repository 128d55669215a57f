import { asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { staff as adults } from '../accounts/index.ts';
import { allows, isFresh, type Act, type Staff } from '../access/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { readersOf, record, recordNotShown, type Reader } from '../ledger/index.ts';
import { seeAbout } from '../notices/index.ts';
import { pupils } from '../pupils/index.ts';
import { shownOn, type Restriction } from '../restrictions/index.ts';
import { factsOf } from './access.ts';
import { childrenOf } from './children.ts';
import { decisionsOf, type Decision } from './deciding.ts';
import { summary, type Listed } from './listing.ts';
import {
	concernAdditions,
	concernCorrections,
	concernEchoes,
	concernIndicators,
	concernMarks,
	concerns,
	triages,
	type askings
} from './schema.ts';

const decider = alias(adults, 'decider');
const same = alias(concerns, 'same');

const whole = {
	...summary,
	noticedTime: concerns.noticedTime,
	place: concerns.place,
	seenOrHeard: concerns.seenOrHeard,
	childsWords: concerns.childsWords,
	notAskedBecause: concerns.notAskedBecause,
	doneAlready: concerns.doneAlready,
	askedHome: concerns.askedHome,
	homeSaid: concerns.homeSaid,
	askedSubstances: concerns.askedSubstances,
	substancesSaid: concerns.substancesSaid,
	loggedById: concerns.loggedBy,
	decidedBy: decider.name,
	sameAs: same.reference
};

type Asking = (typeof askings)[number] | null;

/** A concern whole, for whoever may read it. */
export type Concern = Listed & {
	noticedTime: string | null;
	place: string;
	seenOrHeard: string;
	childsWords: string;
	notAskedBecause: string | null;
	doneAlready: string;
	askedHome: Asking;
	homeSaid: string | null;
	askedSubstances: Asking;
	substancesSaid: string | null;
	loggedById: string;
	decidedBy: string | null;
	/** The reference of the concern that this one was found to say the same as. */
	sameAs: string | null;
	indicators: string[];
	marks: { region: string; says: string }[];
	additions: { id: string; says: string; by: string; at: Date }[];
	corrections: Correction[];
	/** What was decided, the first first. The last stands. */
	decisions: Decision[];
	/** Whether only a named few may know of it. */
	restricted: boolean;
};

/** Whom it turned out not to be about, or to be about; the names as they are on the roll. */
export type Correction = {
	number: number;
	wrong: string | null;
	right: string | null;
	why: string;
	by: string;
	at: Date;
};

/** A concern as its page shows it. `readers` and `decisions` are `null` for those who do not see them. */
type Read = Omit<Concern, 'decisions'> & {
	decisions: Decision[] | null;
	readers: Reader[] | null;
	restriction: Restriction | null;
	mayAdd: boolean;
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
	return { ...found, ...(await around(tx, found.id)), restricted: facts.restriction !== null };
}

async function one(tx: Tx, reference: string) {
	const [found] = await tx
		.select(whole)
		.from(concerns)
		.innerJoin(adults, eq(adults.id, concerns.loggedBy))
		.leftJoin(triages, eq(triages.concernId, concerns.id))
		.leftJoin(concernEchoes, eq(concernEchoes.concernId, concerns.id))
		.leftJoin(decider, eq(decider.id, triages.decidedBy))
		.leftJoin(same, eq(same.id, triages.sameAs))
		.where(eq(concerns.reference, reference));
	return found;
}

async function around(tx: Tx, id: string) {
	const ticked = await tx
		.select({ indicator: concernIndicators.indicator })
		.from(concernIndicators)
		.where(eq(concernIndicators.concernId, id));
	return {
		children: (await childrenOf(tx, [id])).get(id) ?? [],
		indicators: ticked.map(({ indicator }) => indicator),
		marks: await tx
			.select({ region: concernMarks.region, says: concernMarks.says })
			.from(concernMarks)
			.where(eq(concernMarks.concernId, id)),
		additions: await additionsOf(tx, id),
		corrections: await correctionsOf(tx, id),
		decisions: await decisionsOf(tx, id)
	};
}

const additionsOf = (tx: Tx, id: string) =>
	tx
		.select({
			id: concernAdditions.id,
			says: concernAdditions.says,
			by: adults.name,
			at: concernAdditions.addedAt
		})
		.from(concernAdditions)
		.innerJoin(adults, eq(adults.id, concernAdditions.addedBy))
		.where(eq(concernAdditions.concernId, id))
		.orderBy(asc(concernAdditions.addedAt));

async function correctionsOf(tx: Tx, id: string): Promise<Correction[]> {
	const wrong = alias(pupils, 'wrong');
	const right = alias(pupils, 'right_one');
	const found = await tx
		.select({
			number: concernCorrections.number,
			wrong: { givenName: wrong.givenName, familyName: wrong.familyName },
			right: { givenName: right.givenName, familyName: right.familyName },
			why: concernCorrections.why,
			by: adults.name,
			at: concernCorrections.correctedAt
		})
		.from(concernCorrections)
		.innerJoin(adults, eq(adults.id, concernCorrections.correctedBy))
		.leftJoin(wrong, eq(wrong.id, concernCorrections.wrongPupilId))
		.leftJoin(right, eq(right.id, concernCorrections.rightPupilId))
		.where(eq(concernCorrections.concernId, id))
		.orderBy(asc(concernCorrections.number));
	return found.map((row) => ({ ...row, wrong: nameOf(row.wrong), right: nameOf(row.right) }));
}

const nameOf = (one: { givenName: string; familyName: string } | null): string | null =>
	one && `${one.givenName} ${one.familyName}`;

/**
 * One concern for somebody who may see it. The reading is written down. Of a restricted one, also for
 * those who are named, only within ten minutes of a step-up.
 *
 * Who only reported it sees that it was read and by whom, and that something came of it; what was decided
 * and why, and everybody who has read it since, is the lead's.
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
		await seeAbout(tx, staff, reference, at);
		const facts = await factsOf(tx, found, at);
		const shown = {
			...found,
			restriction: await shownOn(tx, { object: 'concern', id: found.id }, staff, at),
			mayAdd: allows(staff, 'add to a concern', facts),
			mayTriage: allows(staff, 'triage a concern', facts),
			mayRestrict: allows(staff, 'restrict a record', facts)
		};
		return allows(staff, 'read what was decided', facts)
			? { ...shown, readers: await readersOf(tx, 'concern', reference) }
			: { ...shown, decisions: null, readers: null };
	});
}
