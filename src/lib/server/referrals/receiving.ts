import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import * as cases from '../cases/index.ts';
import type { Tx } from '../db/index.ts';
import { notUnderstood, type Receiver } from '../exchange/index.ts';
import { saidOf } from './chronicling.ts';
import { dueAfter, usualWithin } from './due.ts';
import { loop } from './loop.ts';
import { referralMessage, stepMessage, type ReferralBody, type StepBody } from './messages.ts';
import { olderAnswer, olderReferral } from './older.ts';
import { tellSender, tellWorkers } from './telling.ts';
import { receivedEvents, receivedReferrals, referralEvents, referrals } from './schema.ts';

type Message<Body> = { senderId: string; body: Body };

async function takeReferral(
	tx: Tx,
	{ senderId, body }: Message<ReferralBody>,
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

/** Takes the other side's step in. One that is known is known; one that crossed another is kept, and changes nothing. */
async function takeStep(tx: Tx, message: Message<StepBody>, at: Date): Promise<void> {
	const { by } = loop[message.body.state];
	if (by === 'service') await takeAnswer(tx, message, at);
	if (by === 'school') await takeFromSchool(tx, message, at);
}

async function takeAnswer(tx: Tx, { senderId, body }: Message<StepBody>, at: Date): Promise<void> {
	const [referral] = await tx
		.select()
		.from(referrals)
		// Only the service that was asked may answer; anybody else's answer changes nothing.
		.where(and(eq(referrals.id, body.referralId), eq(referrals.recipientId, senderId)));
	if (!referral) return;
	const step = asEvent(body);
	const [kept] = await tx
		.insert(referralEvents)
		.values(step)
		.onConflictDoNothing()
		.returning({ id: referralEvents.id });
	if (!kept) return;
	await cases.chronicle(tx, {
		...{ caseId: referral.caseId, kind: 'answer', about: referral.reference, at },
		...{ says: saidOf(step), from: `${body.by}, ${referral.recipientName}` }
	});
	if (body.state !== 'opened') await tellSender(tx, referral, at);
}

async function takeFromSchool(
	tx: Tx,
	{ senderId, body }: Message<StepBody>,
	at: Date
): Promise<void> {
	const [received] = await tx
		.select({ id: receivedReferrals.id, reference: receivedReferrals.reference })
		.from(receivedReferrals)
		.where(
			and(eq(receivedReferrals.id, body.referralId), eq(receivedReferrals.senderId, senderId))
		);
	if (!received) return;
	const [kept] = await tx
		.insert(receivedEvents)
		.values(asEvent(body))
		.onConflictDoNothing()
		.returning({ id: receivedEvents.id });
	if (kept) await tellWorkers(tx, received, at);
}

const asEvent = ({ at, ...body }: StepBody) => ({
	...body,
	side: loop[body.state].by,
	at: new Date(at)
});

async function takeNotUnderstood(
	tx: Tx,
	{ senderId, body }: Message<{ messageId: string }>,
	at: Date
): Promise<void> {
	const [referral] = await tx
		.select()
		.from(referrals)
		.where(and(eq(referrals.messageId, body.messageId), eq(referrals.recipientId, senderId)));
	if (!referral) return;
	const says = 'Their system could not read it. Telephone them, and send it again.';
	const state = 'not understood';
	await tx.insert(referralEvents).values({
		...{ referralId: referral.id, id: `${referral.id}:${state}`, state, side: loop[state].by },
		...{ says, by: referral.recipientName, at, dueOn: dueAfter(state, at, usualWithin) }
	});
	await cases.chronicle(tx, {
		...{ caseId: referral.caseId, kind: 'answer', says, about: referral.reference },
		...{ from: referral.recipientName, at }
	});
}

/** What this domain does with messages from other organisations, also those of the version before. */
export const receivers: Receiver[] = [
	{ ...referralMessage, take: takeReferral },
	{ ...stepMessage, take: takeStep },
	olderReferral(takeReferral),
	olderAnswer(takeStep),
	{
		...notUnderstood,
		schema: v.object({ messageId: v.string() }),
		take: takeNotUnderstood
	}
];
