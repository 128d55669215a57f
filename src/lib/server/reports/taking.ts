import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import { today } from '../days.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import * as pupils from '../pupils/index.ts';
import { isSettled, look, turnsOf } from './reading.ts';
import { turn, type Report } from './turning.ts';

/** Which pupil a report is about, as its form says it; empty for no child of this school. */
export const taking = v.object({ pupil: v.optional(v.string(), '') });

/** What the form that looks for a pupil says. */
export const finding = v.object({ letters: v.optional(v.string(), '') });

const act = 'triage a report';

/**
 * Takes a report in: a concern in its sender's words, in the same transaction, which is then triaged as any
 * other; its sender is told no more than that it was taken in. A second time is the same concern.
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
		if (isSettled(await turnsOf(tx, found.id))) return 'not from here';
		const kept = await concerns.keepFrom(tx, staff, asNoticed(found, pupilId), at);
		await turn(tx, staff, found, 'taken in', at, kept.id);
		await record(tx, staff, { did: 'took in', object: 'report', id: reference }, at);
		return { concern: kept.reference };
	});
}

/** Says that the school knows no such child: its sender is told that and nothing else. */
export async function turnAway(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<'answered' | 'not from here' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	return write(db, async (tx) => {
		const found = await look(tx, staff, reference, at);
		if (!found) return 'not found';
		if (isSettled(await turnsOf(tx, found.id))) return 'not from here';
		await turn(tx, staff, found, 'no child of ours', at);
		await record(tx, staff, { did: 'turned away', object: 'report', id: reference }, at);
		return 'answered';
	});
}

const asNoticed = (report: Report, pupilId: string): concerns.Noticed => ({
	key: report.id,
	children: [{ id: pupilId, part: null }],
	noticedOn: today(report.sentAt),
	noticedTime: '',
	place: `From ${report.senderName}, written by ${report.writtenBy} (${report.reference})`,
	seenOrHeard: report.says,
	childsWords: report.childsWords,
	notAskedBecause: report.childsWords ? '' : 'Nothing of their words was written by the sender.',
	doneAlready: [
		`Whether the young person knows: ${report.childKnows}`,
		`Safe contact: ${report.safeContact}`
	].join('\n\n'),
	urgency: report.urgency as concerns.Noticed['urgency']
});
