import * as v from 'valibot';
import { steps } from './loop.ts';
import { agreements, declineReasons, lostReasons, urgencies } from './schema.ts';
import { isWhole } from './whole.ts';

// As much as our own forms take. What another organisation sends is held to it too, so that it can be
// kept, listed and opened here; otherwise its sender is told that it could not be read.
export const name = v.pipe(v.string(), v.maxLength(1_000));
export const narrative = v.pipe(v.string(), v.maxLength(20_000));
export const reference = v.pipe(v.string(), v.regex(/^R(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));
export const moment = v.pipe(
	v.string(),
	v.isoTimestamp(),
	v.check((text) => !Number.isNaN(Date.parse(text)))
);

export const day = v.pipe(v.string(), v.isoDate());
export const id = v.pipe(v.string(), v.uuid());

/** What leaves the school by headings and fields: exactly what its layout names, and nothing else. */
export const sections = v.array(
	v.object({
		heading: name,
		fields: v.array(v.object({ field: name, label: name, says: narrative }))
	})
);

/** What a school sends: the child, the reason, and how to be in touch safely. No UPN, no other child. */
export const referralMessage = {
	kind: 'referral',
	version: 2,
	schema: v.object({
		id,
		reference,
		senderName: name,
		sentBy: name,
		sentAt: moment,
		child: v.object({
			name,
			bornOn: day,
			year: v.pipe(v.number(), v.integer())
		}),
		reason: narrative,
		hopedFor: narrative,
		childsWishes: narrative,
		agreement: v.picklist(agreements),
		agreementNote: narrative,
		safeContact: narrative,
		layout: name,
		sections,
		urgency: v.picklist(urgencies),
		/** By when the service should have opened it. */
		answerBy: day,
		/** How often this child was referred to this service before. */
		timesBefore: v.pipe(v.number(), v.integer(), v.minValue(0)),
		/** The other services of a joint referral, by name. */
		jointWith: v.array(name)
	})
} as const;

/** One step of the loop, from the side that took it to the other. */
export const stepMessage = {
	kind: 'referral-step',
	version: 1,
	schema: v.pipe(
		v.object({
			referralId: id,
			/** The step’s own id, the same on both sides. */
			id,
			state: v.picklist(steps),
			reason: v.nullable(v.picklist([...declineReasons, ...lostReasons])),
			says: narrative,
			supports: narrative,
			dueOn: v.nullable(day),
			by: name,
			at: moment
		}),
		v.check((step) => isWhole(step), 'A step needs its reason, its words and its day')
	)
} as const;

export type Sections = v.InferOutput<typeof sections>;
export type ReferralBody = v.InferOutput<typeof referralMessage.schema>;
export type StepBody = v.InferOutput<typeof stepMessage.schema>;
