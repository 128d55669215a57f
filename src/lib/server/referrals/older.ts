import * as v from 'valibot';
import type { Tx } from '../db/index.ts';
import type { Receiver } from '../exchange/index.ts';
import { openBy, dueAfter, usualWithin } from './due.ts';
import {
	id,
	moment,
	name,
	narrative,
	referralMessage,
	type ReferralBody,
	type StepBody
} from './messages.ts';
import { declineReasons } from './schema.ts';

// What was in the post when Waymark learned the loop: it is taken in as what it would be today.

type Take<Body> = (tx: Tx, message: { senderId: string; body: Body }, at: Date) => Promise<void>;

const added = ['layout', 'sections', 'urgency', 'answerBy', 'timesBefore', 'jointWith'] as const;

const referralBody = v.omit(referralMessage.schema, added);
const answerBody = v.object({
	referralId: id,
	state: v.picklist(['opened', 'accepted', 'declined']),
	reason: v.nullable(v.picklist(declineReasons)),
	says: narrative,
	by: name,
	at: moment
});

/** Takes `referral` 1, which had no layout, no urgency, and no day by when it should be opened. */
export const olderReferral = (take: Take<ReferralBody>): Receiver => ({
	...{ kind: 'referral', version: 1, schema: referralBody },
	take: (tx, message: { senderId: string; body: v.InferOutput<typeof referralBody> }, at) =>
		take(
			tx,
			{
				...message,
				body: {
					...message.body,
					...{ layout: 'neutral', sections: [], urgency: 'routine', timesBefore: 0, jointWith: [] },
					answerBy: openBy(new Date(message.body.sentAt))
				}
			},
			at
		)
});

/** Takes `referral-answer` 1: opened, accepted or declined. A message was one step, so that its id is the step’s. */
export const olderAnswer = (take: Take<StepBody>): Receiver => ({
	...{ kind: 'referral-answer', version: 1, schema: answerBody },
	take: (
		tx,
		message: { id: string; senderId: string; body: v.InferOutput<typeof answerBody> },
		at
	) => {
		const { state, at: takenAt } = message.body;
		const dueOn = dueAfter(state, new Date(takenAt), usualWithin);
		return take(
			tx,
			{ ...message, body: { ...message.body, id: message.id, supports: '', dueOn } },
			at
		);
	}
});
