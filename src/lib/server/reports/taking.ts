import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { today } from '../days.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { narrative } from '../fields.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import * as pupils from '../pupils/index.ts';
import { isSettled, look, turnsOf } from './reading.ts';
import { turn, type Report } from './turning.ts';

/** Which pupil a report is about, as its form says it; empty for no child of this school. */
export const taking = v.object({ pupil: v.optional(v.string(), '') });

/** What must be said when no such child is at the school. */
export const turning = v.object({ says: narrative('Say how you looked for them') });

/** What the form that looks for a pupil says. */
export const finding = v.object({ letters: v.optional(v.string(), '') });

const act = 'triage a report';

/**
 * Takes a report in: a concern in its sender's words, in the same transaction, which is then triaged as any
 * other; its sender is told no more than that it was taken in. The same person's second time is the same concern.
 */
export async function takeIn(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	pupilId: string,
	at = new Date()
): Promise<{ concern: string } | 'no such pupil' | 'not from here' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (!(await pupils.byId(db, staff, pupilId))) return 'no such pupil';
	return write(db, async (tx) => {
		const found = await look(tx, staff, reference, at);
		if (!found) return 'not found';
		const turns = await turnsOf(tx, found.id);
		const before = turns.find(({ staffId, state }) => staffId === staff.id && state === 'taken in');
		if (before) return { concern: await concernOf(tx, before.concernId) };
		if (isSettled(turns)) return 'not from here';
		const kept = await concerns.keepFrom(tx, staff, asNoticed(found, pupilId), at);
		await turn(tx, staff, found, 'taken in', at, { concernId: kept.id });
		await record(tx, staff, { did: 'took in', object: 'report', id: reference }, at);
		return { concern: kept.reference };
	});
}

/** Says that the school knows no such child, and how it looked, which stays here: its sender is told the first alone. */
export async function turnAway(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	{ says }: v.InferOutput<typeof turning>,
	at = new Date()
): Promise<'answered' | 'not from here' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await look(tx, staff, reference, at);
		if (!found) return 'not found';
		const turns = await turnsOf(tx, found.id);
		const isMine = turns.some(
			({ staffId, state }) => staffId === staff.id && state === 'no child of ours'
		);
		if (isMine) return 'answered';
		if (isSettled(turns)) return 'not from here';
		await turn(tx, staff, found, 'no child of ours', at, { says });
		await record(tx, staff, { did: 'turned away', object: 'report', id: reference }, at);
		return 'answered';
	});
}

async function concernOf(tx: Tx, id: string | null): Promise<string> {
	const [found] = await tx
		.select({ reference: concerns.concerns.reference })
		.from(concerns.concerns)
		.where(eq(concerns.concerns.id, id ?? ''));
	if (!found) throw new Error('A report was taken in as no concern');
	return found.reference;
}

const asNoticed = (report: Report, pupilId: string): concerns.Noticed => ({
	key: report.id,
	children: [{ id: pupilId, part: null }],
	noticedOn: today(report.sentAt),
	noticedTime: '',
	place: placeOf(report),
	seenOrHeard: report.says,
	childsWords: report.childsWords,
	notAskedBecause: report.childsWords ? '' : 'Nothing of their words was written by the sender.',
	doneAlready: [
		`Whether the young person knows: ${report.childKnows}`,
		`Safe contact: ${report.safeContact}`
	].join('\n\n'),
	urgency: report.urgency as concerns.Noticed['urgency']
});

// Who comes by a link is who they say they are; an organisation on Waymark is known.
const placeOf = ({ senderId, senderName, writtenBy, reference, reach }: Report): string =>
	senderId
		? `From ${senderName}, written by ${writtenBy} (${reference})`
		: `By a link, from somebody who calls themselves ${writtenBy}, of ${senderName} (${reference}). To reach them: ${reach}`;
