import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { newReference, write, type Database, type Tx } from '../db/index.ts';
import type { Receiver } from '../exchange/index.ts';
import type { Writing } from './forms.ts';
import {
	reportAnswerMessage,
	reportMessage,
	type ReportAnswerBody,
	type ReportBody
} from './messages.ts';
import { reportAnswers, reportsReceived, reportsSent, reportTurns } from './schema.ts';

type Message<Body> = { senderId: string; body: Body };

async function takeReport(
	tx: Tx,
	{ senderId, body }: Message<ReportBody>,
	at: Date
): Promise<void> {
	const row = { ...body, sentAt: new Date(body.sentAt), senderId, reach: '', receivedAt: at };
	await tx.insert(reportsReceived).values(row).onConflictDoNothing();
}

async function takeAnswer(tx: Tx, { senderId, body }: Message<ReportAnswerBody>): Promise<void> {
	const [report] = await tx
		.select({ id: reportsSent.id })
		.from(reportsSent)
		// Only the school that was written to may answer.
		.where(and(eq(reportsSent.id, body.reportId), eq(reportsSent.recipientId, senderId)));
	if (!report) return;
	const { reportId, state, by, at } = body;
	await tx.insert(reportAnswers).values({ reportId, state, by, says: '', at: new Date(at) });
}

/** What this domain does with messages from other organisations. */
export const receivers: Receiver[] = [
	{ ...reportMessage, take: takeReport },
	{ ...reportAnswerMessage, take: takeAnswer }
];

/** Who writes by a link: what they call their organisation and themselves, and how they are reached. */
export type Writer = { senderName: string; writtenBy: string; reach: string };

// The form's key alone would let another link's writer meet this report by knowing it.
const idOf = ({ senderName, writtenBy }: Writer, key: string): string => {
	const hash = createHash('sha256')
		.update(JSON.stringify([senderName, writtenBy, key]))
		.digest('hex');
	return [
		hash.slice(0, 8),
		hash.slice(8, 12),
		hash.slice(12, 16),
		hash.slice(16, 20),
		hash.slice(20, 32)
	].join('-');
};

/**
 * Takes in what somebody wrote through a single-purpose link, and gives the reference at once. The same
 * form sent twice is one report. Whether the link is good, its own domain has asked.
 */
export const takeByLink = (
	db: Database<'organisation'>,
	writer: Writer,
	{ key, ...says }: Writing,
	at = new Date()
): Promise<{ id: string; reference: string }> =>
	write(db, async (tx) => {
		const id = idOf(writer, key);
		const reference = newReference('W');
		const row = { id, reference, ...says, ...writer, senderId: null, sentAt: at, receivedAt: at };
		await tx.insert(reportsReceived).values(row).onConflictDoNothing();
		const [kept] = await tx
			.select({ id: reportsReceived.id, reference: reportsReceived.reference })
			.from(reportsReceived)
			.where(eq(reportsReceived.id, id));
		return kept ?? { id, reference };
	});

export type SafeAnswer = { state: string; at: Date };

/** What whoever wrote may be told of their report: a word and a day, the oldest first. Nothing of any child. */
export const answersFor = (
	db: Pick<Database<'organisation'> | Tx, 'select'>,
	reportId: string
): Promise<SafeAnswer[]> =>
	db
		.select({ state: reportTurns.state, at: reportTurns.at })
		.from(reportTurns)
		.where(eq(reportTurns.reportId, reportId))
		.orderBy(asc(reportTurns.number));
