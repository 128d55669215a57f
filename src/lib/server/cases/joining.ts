import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { daysAfter, today } from '../days.ts';
import { newReference, type Tx } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { passOn, restrictionOn } from '../restrictions/index.ts';
import { set } from './acting.ts';
import { chronicle } from './chronicling.ts';
import type { Opened } from './one.ts';
import { present as here } from './owning.ts';
import { caseConcerns, cases } from './schema.ts';
import { isOpen, openActionsIn } from './standing.ts';
import { turnTo } from './turning.ts';

type Joining = { child: concerns.Child; present?: Opened; why: string; by?: string };

/** Puts a concern into the case of one of its children, which is opened, or opened again, for it. */
export async function joinIn(
	tx: Tx,
	staff: Staff,
	concern: concerns.Concern,
	{ child, present, why, by }: Joining,
	at: Date
): Promise<Opened> {
	const theCase = present ?? (await open(tx, staff, concern, child.id, at));
	if (!(await isOpen(tx, theCase.id)))
		await turnTo(tx, staff, theCase, { turn: 'reopened', why }, at);
	await joinAlso(tx, staff, theCase, concern, why, at);
	for (const duplicate of await concerns.sameAs(tx, concern.id))
		await joinAlso(tx, staff, theCase, duplicate, why, at);
	await readByWhoIsNamed(tx, staff, theCase, concern, by, at);
	return theCase;
}

async function open(
	tx: Tx,
	staff: Staff,
	{ id: concernId }: concerns.Concern,
	pupilId: string,
	at: Date
): Promise<Opened> {
	const opened = { id: randomUUID(), reference: newReference('K') };
	await tx.insert(cases).values({ ...opened, pupilId, openedBy: staff.id, openedAt: at });
	await chronicle(tx, {
		...{ caseId: opened.id, kind: 'opened', says: 'The case was opened.' },
		...{ staffId: staff.id, at }
	});
	await record(tx, staff, { did: 'opened', object: 'case', id: opened.reference }, at);
	// A case that is opened upon a restricted concern is known to the same few.
	const upon = { object: 'concern', id: concernId } as const;
	await passOn(tx, staff, upon, { object: 'case', ...opened }, at);
	return opened;
}

type Told = Pick<concerns.Concern, 'id' | 'reference' | 'loggedById' | 'loggedAt' | 'noticedOn'>;

/** Tells a concern in a case that is there; twice is once. */
export async function joinAlso(
	tx: Tx,
	staff: Staff,
	theCase: Opened,
	concern: Told,
	why: string,
	at: Date
): Promise<void> {
	const [joined] = await tx
		.insert(caseConcerns)
		.values({ caseId: theCase.id, concernId: concern.id })
		.onConflictDoNothing()
		.returning();
	if (!joined) return;
	const onAnotherDay = concern.noticedOn !== today(concern.loggedAt);
	await chronicle(tx, {
		...{ caseId: theCase.id, kind: 'concern', says: '', about: concern.reference },
		...{ staffId: concern.loggedById, at: concern.loggedAt },
		...(onAnotherDay ? { happenedOn: concern.noticedOn } : {})
	});
	await chronicle(tx, {
		...{ caseId: theCase.id, kind: 'decision', says: why, about: concern.reference },
		...{ staffId: staff.id, at }
	});
	const did = `added ${concern.reference}`;
	await record(tx, staff, { did, object: 'case', id: theCase.reference }, at);
}

// As long as the slowest clock of an untriaged concern: three school days, over a weekend.
const daysToRead = 5;

/**
 * An open case that only a few may know of is never without a next step either: where whoever decides is not
 * one of them, the first who is gets it, to read what came in.
 */
async function readByWhoIsNamed(
	tx: Tx,
	staff: Staff,
	{ id: caseId }: Opened,
	{ reference }: concerns.Concern,
	by: string | undefined,
	at: Date
): Promise<void> {
	const restriction = await restrictionOn(tx, { object: 'case', id: caseId }, at);
	if (!restriction || restriction.named.includes(staff.id)) return;
	if ((await openActionsIn(tx, caseId)) > 0) return;
	const [first] = await here(tx, restriction.named);
	const due = by || daysAfter(today(at), daysToRead);
	const does = `Read concern ${reference}, which was added`;
	if (first)
		await set(tx, staff, { id: randomUUID(), caseId, does, ownerId: first.id, by: due }, at);
}

/** The cases that a concern is told in, with whose each is. */
export const casesOf = (tx: Tx, concernId: string) =>
	tx
		.select({ id: cases.id, reference: cases.reference, pupilId: cases.pupilId })
		.from(caseConcerns)
		.innerJoin(cases, eq(cases.id, caseConcerns.caseId))
		.where(eq(caseConcerns.concernId, concernId));
