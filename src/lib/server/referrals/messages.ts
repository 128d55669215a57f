import * as v from 'valibot';
import { agreements, declineReasons } from './schema.ts';

// As much as our own forms take. What another organisation sends is held to it too, so that it can be
// kept, listed and opened here; otherwise its sender is told that it could not be read.
const name = v.pipe(v.string(), v.maxLength(1_000));
const narrative = v.pipe(v.string(), v.maxLength(20_000));
const reference = v.pipe(v.string(), v.regex(/^R(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));
const moment = v.pipe(
	v.string(),
	v.isoTimestamp(),
	v.check((text) => !Number.isNaN(Date.parse(text)))
);

/** What a school sends: the child, the reason, and how to be in touch safely. No UPN, no other child. */
export const referralMessage = {
	kind: 'referral',
	version: 1,
	schema: v.object({
		id: v.pipe(v.string(), v.uuid()),
		reference,
		senderName: name,
		sentBy: name,
		sentAt: moment,
		child: v.object({
			name,
			bornOn: v.pipe(v.string(), v.isoDate()),
			year: v.pipe(v.number(), v.integer())
		}),
		reason: narrative,
		hopedFor: narrative,
		childsWishes: narrative,
		agreement: v.picklist(agreements),
		agreementNote: narrative,
		safeContact: narrative
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
		says: narrative,
		by: name,
		at: moment
	})
} as const;

export type ReferralBody = v.InferOutput<typeof referralMessage.schema>;
export type AnswerBody = v.InferOutput<typeof answerMessage.schema>;
