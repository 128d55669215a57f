import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { allows, isFresh, may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { passOn } from '../restrictions/index.ts';
import { factsOf } from './access.ts';
import { chronicle } from './chronicling.ts';
import { caseConcerns, cases } from './schema.ts';

export type Triaged =
	| { outcome: 'decided'; caseReference?: string }
	| {
			outcome: 'already decided' | 'no open case' | 'not found' | concerns.StepUp;
			caseReference?: undefined;
	  };

/**
 * Triages a concern: the decision and why, and the case it opens or joins, in one transaction.
 *
 * Opening a case for a child who has one joins that one: a child's story is not told twice.
 */
export async function triage(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	triage: concerns.Triage,
	at = new Date()
): Promise<Triaged> {
	if (!may(staff, 'triage a concern')) {
		await recordRefusal(db, staff, 'triage a concern', at);
		return { outcome: 'not found' };
	}
	return write(db, async (tx) => {
		const concern = await concerns.look(tx, staff, 'triage a concern', reference, at);
		if (!concern) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return { outcome: 'not found' };
		}
		if (concern === 'step up') return { outcome: concern };
		if (concern.decidedAt) return { outcome: 'already decided' };
		const present = await openCaseOf(tx, concern.pupil.id);
		const standing = present && (await standingTo(tx, staff, present, at));
		const known = standing === 'theirs';
		if (standing === 'step up' && intoACase.has(triage.decision)) return { outcome: standing };
		if (triage.decision === 'add to the open case' && !known) return { outcome: 'no open case' };

		const outcome = await concerns.decide(tx, staff, concern, triage, at);
		if (outcome === 'already decided') return { outcome };
		if (!intoACase.has(triage.decision)) return { outcome };

		const theCase = present ?? (await open(tx, staff, concern, at));
		await join(tx, staff, theCase, concern, triage.why, at);
		// A case that is restricted, and not to this person, takes the concern in and stays unseen. That no
		// case appears can be noticed: decision 17 says so, and why.
		return present && !known ? { outcome } : { outcome, caseReference: theCase.reference };
	});
}

/** How a person stands to the open case of a child: one that is restricted opens to nobody by standing by. */
async function standingTo(
	tx: Tx,
	staff: Staff,
	{ id }: Opened,
	at: Date
): Promise<'theirs' | concerns.StepUp | 'unseen'> {
	const facts = await factsOf(tx, id, at);
	if (!allows(staff, 'read a case', facts)) return 'unseen';
	return facts.restriction && !isFresh(staff, at) ? 'step up' : 'theirs';
}

const intoACase = new Set<concerns.Triage['decision']>(['open a case', 'add to the open case']);

/** The open case of a pupil, for whoever may see cases. */
export const openCaseFor = async (
	db: Database<'organisation'>,
	staff: Staff,
	pupilId: string,
	at = new Date()
): Promise<Opened | undefined> =>
	write(db, async (tx) => {
		const found = await openCaseOf(tx, pupilId);
		return found && (await standingTo(tx, staff, found, at)) === 'theirs' ? found : undefined;
	});

type Opened = { id: string; reference: string };

/** The open case of a pupil, if there is one. */
async function openCaseOf(tx: Tx, pupilId: string): Promise<Opened | undefined> {
	const [found] = await tx
		.select({ id: cases.id, reference: cases.reference })
		.from(cases)
		.where(eq(cases.pupilId, pupilId));
	return found;
}

async function open(
	tx: Tx,
	staff: Staff,
	{ id: concernId, pupil }: concerns.Concern,
	at: Date
): Promise<Opened> {
	const opened = { id: randomUUID(), reference: newReference('K') };
	await tx.insert(cases).values({ ...opened, pupilId: pupil.id, openedBy: staff.id, openedAt: at });
	await chronicle(tx, {
		caseId: opened.id,
		kind: 'opened',
		says: 'The case was opened.',
		staffId: staff.id,
		at
	});
	await record(tx, staff, { did: 'opened', object: 'case', id: opened.reference }, at);
	// A case that is opened upon a restricted concern is known to the same few.
	const upon = { object: 'concern', id: concernId } as const;
	await passOn(tx, staff, upon, { object: 'case', ...opened }, at);
	return opened;
}

async function join(
	tx: Tx,
	staff: Staff,
	theCase: Opened,
	concern: concerns.Concern,
	why: string,
	at: Date
): Promise<void> {
	await tx.insert(caseConcerns).values({ caseId: theCase.id, concernId: concern.id });
	await chronicle(tx, {
		caseId: theCase.id,
		kind: 'concern',
		says: '',
		about: concern.reference,
		staffId: concern.loggedById,
		at: concern.loggedAt
	});
	await chronicle(tx, {
		caseId: theCase.id,
		kind: 'decision',
		says: why,
		about: concern.reference,
		staffId: staff.id,
		at
	});
	await record(
		tx,
		staff,
		{ did: `added ${concern.reference}`, object: 'case', id: theCase.reference },
		at
	);
}
