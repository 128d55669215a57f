import { randomUUID } from 'node:crypto';
import { allows, isFresh, may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { recordNotShown, recordRefusal } from '../ledger/index.ts';
import { set } from './acting.ts';
import { factsOf } from './access.ts';
import { casesOf, joinIn, joinAlso } from './joining.ts';
import { caseOf, type Opened } from './one.ts';
import { ownerOf } from './owning.ts';
import { isOpen, openActionsIn } from './standing.ts';

type Db = Database<'organisation'>;

export type Triaged =
	| { outcome: 'decided'; caseReference?: string }
	| { outcome: NotDecided; caseReference?: undefined };

type NotDecided =
	| 'already decided'
	| 'not decided yet'
	| 'no open case'
	| 'no child chosen'
	| 'no next step'
	| 'no such concern'
	| 'not an owner'
	| 'not found'
	| concerns.StepUp;

/**
 * Triages a concern: the decision and why, and the cases it opens, joins or opens again, in one transaction.
 *
 * A child has one case: a story is not told twice. An open case has a next step, whose it is and by when;
 * without one the whole is refused. `owners`: those who may be given one, by their ids among the staff.
 */
export const triage = (
	db: Db,
	staff: Staff,
	reference: string,
	triage: concerns.Triage,
	at = new Date(),
	owners: readonly string[] = []
): Promise<Triaged> => deciding(db, staff, reference, triage, at, owners, 'first');

/** Looks again at a concern that was decided on and is in no case, and decides anew. The newest stands. */
export const lookAgain = (
	db: Db,
	staff: Staff,
	reference: string,
	triage: concerns.Triage,
	at = new Date(),
	owners: readonly string[] = []
): Promise<Triaged> => deciding(db, staff, reference, triage, at, owners, 'again');

async function deciding(
	db: Db,
	staff: Staff,
	reference: string,
	triage: concerns.Triage,
	at: Date,
	owners: readonly string[],
	time: 'first' | 'again'
): Promise<Triaged> {
	if (!may(staff, 'triage a concern')) {
		await recordRefusal(db, staff, 'triage a concern', at);
		return { outcome: 'not found' };
	}
	return write(db, async (tx): Promise<Triaged> => {
		const concern = await concerns.look(tx, staff, 'triage a concern', reference, at);
		if (!concern) {
			await recordNotShown(tx, staff, 'concern', reference, at);
			return { outcome: 'not found' };
		}
		if (concern === 'step up') return { outcome: concern };
		if (time === 'again' && isSaidAlready(concern, staff, triage)) return { outcome: 'decided' };
		const untimely = untimelyFor(concern, time);
		if (untimely) return { outcome: untimely };
		if (triage.decision === 'the same as another') return mergeInto(tx, staff, concern, triage, at);
		const chosen = await chooseCases(tx, staff, concern, triage, owners, at);
		if (typeof chosen === 'string') return { outcome: chosen };

		const owner = triage.owner || staff.id;
		const decided = { ...triage, owner };
		if (time === 'first') await concerns.decide(tx, staff, concern, decided, at);
		else await concerns.decideAnew(tx, staff, concern, decided, at);
		return { outcome: 'decided', ...(await putIn(tx, staff, concern, decided, chosen, at)) };
	});
}

/** Whether the very same was decided last, by the same person: its form was sent twice. */
function isSaidAlready(
	{ decisions }: concerns.Concern,
	{ name }: Staff,
	{ decision, why, by = '' }: concerns.Triage
): boolean {
	const last = decisions.at(-1);
	const same = last?.decision === decision && last.why === why && last.by === name;
	return decisions.length > 1 && same && (last.lookAgainOn ?? '') === by;
}

function untimelyFor(
	{ decisions }: concerns.Concern,
	time: 'first' | 'again'
): NotDecided | undefined {
	const standing = decisions.at(-1);
	if (time === 'first') return standing ? 'already decided' : undefined;
	if (!standing) return 'not decided yet';
	return concerns.mayLookAgain(standing) ? undefined : 'already decided';
}

/** A child whose case a concern goes into, and how the person who decides stands to that case. */
type Chosen = { child: concerns.Child; present?: Opened; standing: 'none' | 'theirs' | 'unseen' };

/** The cases that a decision puts a concern into, or why it cannot. */
async function chooseCases(
	tx: Tx,
	staff: Staff,
	concern: concerns.Concern,
	triage: concerns.Triage,
	owners: readonly string[],
	at: Date
): Promise<Chosen[] | NotDecided> {
	if (!concerns.goesIntoACase(triage.decision)) return watcherFor(tx, staff, triage, owners, at);
	const children = chosenAmong(concern, triage);
	if (children.length === 0) return 'no child chosen';
	const chosen: Chosen[] = [];
	for (const child of children) {
		const present = await caseOf(tx, child.id);
		const standing = present ? await standingTo(tx, staff, present, at) : 'none';
		if (standing === 'step up') return standing;
		chosen.push({ child, present, standing });
	}
	if (triage.decision !== 'add to the open case')
		return wantStep(tx, staff, triage, chosen, owners, at);
	const open: Chosen[] = [];
	for (const one of chosen)
		if (one.standing === 'theirs' && one.present && (await isOpen(tx, one.present.id)))
			open.push(one);
	return open.length > 0 ? wantStep(tx, staff, triage, open, owners, at) : 'no open case';
}

const chosenAmong = (
	{ children }: concerns.Concern,
	{ children: ids = [] }: concerns.Triage
): concerns.Child[] =>
	children.length === 1 ? children : children.filter(({ id }) => ids.includes(id));

/** Whoever watches over it must be one who may; nothing goes into a case. */
async function watcherFor(
	tx: Tx,
	staff: Staff,
	{ decision, owner = '', by }: concerns.Triage,
	owners: readonly string[],
	at: Date
): Promise<Chosen[] | NotDecided> {
	if (!concerns.isWatching(decision)) return [];
	if (!by) return 'no next step';
	const whose = await ownerOf(tx, staff, '', owner, owners, at);
	return whose === 'not an owner' ? whose : [];
}

/** A case without an open action needs the next step that the decision says; one that has some takes it as well. */
async function wantStep(
	tx: Tx,
	staff: Staff,
	{ does, owner = '', by }: concerns.Triage,
	chosen: Chosen[],
	owners: readonly string[],
	at: Date
): Promise<Chosen[] | NotDecided> {
	for (const { present, standing } of chosen) {
		if (standing === 'unseen') continue;
		const whose = await ownerOf(tx, staff, present?.id ?? '', owner, owners, at);
		if (whose === 'not an owner') return whose;
		const has = present ? await openActionsIn(tx, present.id) : 0;
		if (has === 0 && !(does && by)) return 'no next step';
	}
	return chosen;
}

/** Puts a concern into the cases of the children chosen, with the next step; gives the one to show. */
async function putIn(
	tx: Tx,
	staff: Staff,
	concern: concerns.Concern,
	{ does, owner, by, why }: concerns.Triage & { owner: string },
	chosen: Chosen[],
	at: Date
): Promise<{ caseReference?: string }> {
	let caseReference: string | undefined;
	for (const { child, present, standing } of chosen) {
		const joined = await joinIn(tx, staff, concern, { child, present, why, by }, at);
		// A case that is restricted, and not to this person, takes the concern in and stays unseen. That no
		// case appears can be noticed: decision 17 says so, and why.
		if (standing === 'unseen') continue;
		caseReference ??= joined.reference;
		if (does && by)
			await set(tx, staff, { id: randomUUID(), caseId: joined.id, does, ownerId: owner, by }, at);
	}
	return caseReference ? { caseReference } : {};
}

/** Says of a concern that another one tells the same. It goes where that one went, or will go. */
async function mergeInto(
	tx: Tx,
	staff: Staff,
	concern: concerns.Concern,
	{ decision, why, sameAs = '' }: concerns.Triage,
	at: Date
): Promise<Triaged> {
	const other = await concerns.look(tx, staff, 'triage a concern', sameAs, at);
	if (other === 'step up') return { outcome: other };
	if (!other || other.id === concern.id || other.sameAs) return { outcome: 'no such concern' };
	if (!sharesAChild(concern, other)) return { outcome: 'no such concern' };
	const outcome = await concerns.decide(
		tx,
		staff,
		concern,
		{ decision, why, sameAsId: other.id },
		at
	);
	for (const theCase of await casesOf(tx, other.id))
		await joinAlso(tx, staff, theCase, concern, why, at);
	return { outcome };
}

const sharesAChild = (one: concerns.Concern, other: concerns.Concern): boolean =>
	one.children.length === 0 ||
	other.children.length === 0 ||
	one.children.some(({ id }) => other.children.some((child) => child.id === id));

/** How a person stands to the case of a child: one that is restricted opens to nobody by standing by. */
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

/** The case of a pupil, open or closed, for whoever may see it. */
export const caseFor = async (
	db: Db,
	staff: Staff,
	pupilId: string,
	at = new Date()
): Promise<(Opened & { open: boolean }) | undefined> =>
	write(db, async (tx) => {
		const found = await caseOf(tx, pupilId);
		if (!found || (await standingTo(tx, staff, found, at)) !== 'theirs') return undefined;
		return { ...found, open: await isOpen(tx, found.id) };
	});
