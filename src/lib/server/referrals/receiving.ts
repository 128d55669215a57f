import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import * as cases from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { notUnderstood, type Receiver } from '../exchange/index.ts';
import { referralMessage, stepMessage, type ReferralBody, type StepBody } from './messages.ts';
import { receivedReferrals, referralEvents, referrals } from './schema.ts';

async function takeReferral(
	tx: Tx,
	{ senderId, body }: { senderId: string; body: ReferralBody },
	at: Date
): Promise<void> {
	const { child, sentAt, sections, jointWith, ...rest } = body;
	await tx.insert(receivedReferrals).values({
		...rest,
		senderId,
		sentAt: new Date(sentAt),
		receivedAt: at,
		childName: child.name,
		childBornOn: child.bornOn,
		childYear: child.year,
		sections: JSON.stringify(sections),
		jointWith: JSON.stringify(jointWith)
	});
}

const saidOf = (state: StepBody['state'], says: string): string =>
	state === 'opened' ? 'The referral was opened.' : `${inWords(state)}. ${says}`;

const inWords = (state: string): string => state.slice(0, 1).toUpperCase() + state.slice(1);

async function takeAnswer(
	tx: Tx,
	{ senderId, body }: { senderId: string; body: StepBody },
	at: Date
): Promise<void> {
	const [referral] = await tx.select().from(referrals).where(eq(referrals.id, body.referralId));
	// Only the service that holds the referral may answer it; anybody else's answer changes nothing.
	if (!referral || referral.recipientId !== senderId) return;
	const { state, reason, says, by } = body;
	await tx.insert(referralEvents).values({
		...{ referralId: referral.id, id: body.id, side: 'service' },
		...{ state, reason, says, by, at: new Date(body.at) }
	});
	await cases.chronicle(tx, {
		caseId: referral.caseId,
		kind: 'answer',
		says: saidOf(state, reason ? `Reason: ${reason}. ${says}` : says),
		about: referral.reference,
		from: `${by}, ${referral.recipientName}`,
		at
	});
}

async function takeNotUnderstood(
	tx: Tx,
	{ senderId, body }: { senderId: string; body: { messageId: string } },
	at: Date
): Promise<void> {
	const [referral] = await tx
		.select()
		.from(referrals)
		.where(eq(referrals.messageId, body.messageId));
	if (!referral || referral.recipientId !== senderId) return;
	const says = 'Their system could not read it. Telephone them, and send it again.';
	await tx.insert(referralEvents).values({
		referralId: referral.id,
		...{ id: `${referral.id}:not understood`, side: 'post' },
		state: 'not understood',
		says,
		by: referral.recipientName,
		at
	});
	await cases.chronicle(tx, {
		caseId: referral.caseId,
		kind: 'answer',
		says,
		about: referral.reference,
		from: referral.recipientName,
		at
	});
}

/** What this domain does with messages from other organisations. */
export const receivers: Receiver[] = [
	{ ...referralMessage, take: takeReferral },
	{ ...stepMessage, take: takeAnswer },
	{
		...notUnderstood,
		schema: v.object({ messageId: v.string() }),
		take: takeNotUnderstood
	}
];
