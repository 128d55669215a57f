import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { allows, may, type Staff } from '../access/index.ts';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import { record, recordNotShown, recordRefusal } from '../ledger/index.ts';
import { tell } from '../notices/index.ts';
import * as pupils from '../pupils/index.ts';
import { place, present, shownOn, tellNamed } from '../restrictions/index.ts';
import { factsOf } from './access.ts';
import type { Noticed } from './noticing.ts';
import { concernIndicators, concernMarks, concernPupils, concerns } from './schema.ts';

/** A concern that was written down. `seenBy`: the only people who may open it, when it is restricted. */
export type Logged = { reference: string; seenBy?: string[] };

/** Who hears of a new concern, by their ids among the staff: those who triage, and those for one about an adult. */
export type Hearers = { leads?: readonly string[]; few?: readonly string[] };

/**
 * Writes down a concern and gives its reference at once.
 *
 * The same form sent again, by a doubled click or a lost connection, is the same concern and gets the
 * same reference. A pupil who is not there, or not theirs to find, is one answer.
 *
 * Who triages is told of one that cannot wait. One about an adult of the school is restricted at once to its
 * author and `few`, the head or whoever stands in; `seenBy` then names them all.
 */
export async function log(
	db: Database<'organisation'>,
	staff: Staff,
	noticed: Noticed,
	at = new Date(),
	hearers: Hearers = {}
): Promise<Logged | 'no such pupil'> {
	if (!may(staff, 'log a concern')) {
		await recordRefusal(db, staff, 'log a concern', at);
		return 'no such pupil';
	}
	for (const { id } of noticed.children)
		if (!(await pupils.byId(db, staff, id))) {
			await write(db, (tx) => recordNotShown(tx, staff, 'pupil', id, at));
			return 'no such pupil';
		}

	return write(db, async (tx) => {
		const [before] = await tx
			.select({ id: concerns.id, reference: concerns.reference })
			.from(concerns)
			.where(and(eq(concerns.formKey, noticed.key), eq(concerns.loggedBy, staff.id)));
		if (before) return answer(tx, staff, before, at);

		const kept = { id: randomUUID(), reference: newReference('C') };
		await keep(tx, staff, noticed, kept, at);
		await record(tx, staff, { did: 'logged', object: 'concern', id: kept.reference }, at);
		if (noticed.aboutStaff === 'yes') await keepClose(tx, staff, kept, hearers, at);
		else await tellWhoTriages(tx, staff, noticed, kept, hearers, at);
		return answer(tx, staff, kept, at);
	});
}

/**
 * Writes down, in the caller's own transaction, what was noticed outside the school and a lead took in. Whether
 * they may, and whether the pupil is there, the caller has asked.
 */
export async function keepFrom(
	tx: Tx,
	staff: Staff,
	noticed: Noticed,
	at: Date
): Promise<{ id: string; reference: string }> {
	const kept = { id: randomUUID(), reference: newReference('C') };
	await keep(tx, staff, noticed, kept, at);
	await record(tx, staff, { did: 'logged', object: 'concern', id: kept.reference }, at);
	return kept;
}

type Kept = { id: string; reference: string };

async function keep(
	tx: Tx,
	staff: Staff,
	noticed: Noticed,
	{ id, reference }: Kept,
	at: Date
): Promise<void> {
	const { children, indicators = [], marks = [] } = noticed;
	await tx.insert(concerns).values({ id, ...rowOf(staff, noticed), reference, loggedAt: at });
	if (children.length > 0)
		await tx
			.insert(concernPupils)
			.values(children.map((child) => ({ concernId: id, pupilId: child.id, part: child.part })));
	if (indicators.length > 0)
		await tx
			.insert(concernIndicators)
			.values(indicators.map((indicator) => ({ concernId: id, indicator })));
	if (marks.length > 0)
		await tx
			.insert(concernMarks)
			.values(marks.map((mark) => ({ id: randomUUID(), concernId: id, ...mark })));
}

const rowOf = (staff: Staff, noticed: Noticed) => ({
	noticedOn: noticed.noticedOn,
	noticedTime: noticed.noticedTime || null,
	place: noticed.place,
	seenOrHeard: noticed.seenOrHeard,
	childsWords: noticed.childsWords,
	notAskedBecause: noticed.notAskedBecause || null,
	unknownChild: noticed.unknownChild || null,
	doneAlready: noticed.doneAlready,
	askedHome: noticed.askedHome ?? 'not asked',
	homeSaid: noticed.homeSaid || null,
	askedSubstances: noticed.askedSubstances ?? 'not asked',
	substancesSaid: noticed.substancesSaid || null,
	urgency: noticed.urgency,
	loggedBy: staff.id,
	formKey: noticed.key
});

async function keepClose(
	tx: Tx,
	staff: Staff,
	{ id, reference }: Kept,
	{ few = [] }: Hearers,
	at: Date
): Promise<void> {
	const kept = { object: 'concern', id, reference } as const;
	const others = await present(tx, few);
	await place(tx, staff, kept, 'about a member of staff', others, at);
	await tellNamed(tx, staff, others, kept, at);
}

const cannotWait = {
	immediate: 'A concern waits that somebody must read now.',
	'same day': 'A concern waits that somebody must read today.'
} as const;

async function tellWhoTriages(
	tx: Tx,
	staff: Staff,
	{ urgency }: Noticed,
	{ reference }: Kept,
	{ leads = [] }: Hearers,
	at: Date
): Promise<void> {
	if (urgency === 'three school days') return;
	const others = (await present(tx, leads)).filter((id) => id !== staff.id);
	await tell(tx, others, { says: cannotWait[urgency], about: reference, urgent: 'yes' }, at);
}

async function answer(tx: Tx, staff: Staff, { id, reference }: Kept, at: Date): Promise<Logged> {
	// The same form sent later: its author may have been left off since, and is told no more than anybody.
	const facts = await factsOf(tx, { id, loggedById: staff.id }, at);
	if (!allows(staff, 'read a concern', facts)) return { reference };
	const restriction = await shownOn(tx, { object: 'concern', id }, staff, at);
	return restriction
		? { reference, seenBy: restriction.named.map(({ name }) => name) }
		: { reference };
}
