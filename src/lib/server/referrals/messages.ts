import * as v from 'valibot';
import { agreements, declineReasons } from './schema.ts';

/** What a school sends: the child, the reason, and how to be in touch safely. No UPN, no other child. */
export const referralMessage = {
	kind: 'referral',
	version: 1,
	schema: v.object({
		id: v.pipe(v.string(), v.uuid()),
		reference: v.string(),
		senderName: v.string(),
		sentBy: v.string(),
		sentAt: v.pipe(v.string(), v.isoTimestamp()),
		child: v.object({
			name: v.string(),
			bornOn: v.pipe(v.string(), v.isoDate()),
			year: v.pipe(v.number(), v.integer())
		}),
		reason: v.string(),
		hopedFor: v.string(),
		childsWishes: v.string(),
		agreement: v.picklist(agreements),
		agreementNote: v.string(),
		safeContact: v.string()
	})
} as const;

/** What a service sends back: that it has been opened, or what was decided and why. */
export const answerMessage = {
	kind: 'referral-answer',
	version: 1,
	schema: v.object({
		referralId: v.pipe(v.string(), v.uuid()),
		state: v.picklist(['opened', 'accepted', 'declined']),
		reason: v.nullable(v.picklist(declineReasons)),
		says: v.string(),
		by: v.string(),
		at: v.pipe(v.string(), v.isoTimestamp())
	})
} as const;

export type ReferralBody = v.InferOutput<typeof referralMessage.schema>;
export type AnswerBody = v.InferOutput<typeof answerMessage.schema>;
