import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { Receiver } from '../exchange/index.ts';
import {
	standardAnswerMessage,
	standardMessage,
	type AnswerBody,
	type StandardBody
} from './messages.ts';
import { standards, standardTurns } from './schema.ts';

type Message<Body> = { senderId: string; body: Body };

async function takeStandard(tx: Tx, { senderId, body }: Message<StandardBody>): Promise<void> {
	const { senderName: partnerName, at, ...says } = body;
	await tx
		.insert(standards)
		.values({ ...says, partnerId: senderId, partnerName, proposedHere: false, at: new Date(at) })
		.onConflictDoNothing();
}

async function takeAnswer(tx: Tx, { senderId, body }: Message<AnswerBody>): Promise<void> {
	const [found] = await tx
		.select({ proposedHere: standards.proposedHere })
		.from(standards)
		.where(and(eq(standards.id, body.standardId), eq(standards.partnerId, senderId)));
	// Nobody agrees to their own proposal, whatever their server says.
	if (!found || (!found.proposedHere && body.answer !== 'ended')) return;
	await tx
		.insert(standardTurns)
		.values({ ...body, at: new Date(body.at) })
		.onConflictDoNothing();
}

/** What this domain does with messages from other organisations. */
export const receivers: Receiver[] = [
	{ ...standardMessage, take: takeStandard },
	{ ...standardAnswerMessage, take: takeAnswer }
];
