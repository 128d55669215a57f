import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { Receiver } from '../exchange/index.ts';
import {
	reportAnswerMessage,
	reportMessage,
	type ReportAnswerBody,
	type ReportBody
} from './messages.ts';
import { reportAnswers, reportsReceived, reportsSent } from './schema.ts';

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
