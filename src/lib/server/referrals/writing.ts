import * as v from 'valibot';
import { choice, key, lines, narrative, text } from '../fields.ts';
import * as sharing from '../sharing/index.ts';
import { layouts } from './layouts.ts';
import { furtherFields, type FurtherField } from './record.ts';
import { agreements, urgencies } from './schema.ts';

/** How a referral may be laid out: as each service asks, or all of it in one of the layouts. */
export const layoutChoices = ['own', ...layouts.map(({ id }) => id)] as const;

/** A record in which nothing further is written. */
export const nothingFurther = Object.fromEntries(
	furtherFields.map((field) => [field, ''])
) as Record<FurtherField, string>;

const further = Object.fromEntries(furtherFields.map((field) => [field, text])) as Record<
	FurtherField,
	typeof text
>;

/** What the form for a referral must say. What one of the layouts needs besides, `send` says. */
export const sending = v.pipe(
	v.object({
		key,
		/** The ids of the services, each on a line. */
		service: v.pipe(lines, v.minLength(1, 'Choose a service')),
		layout: v.optional(v.picklist(layoutChoices, 'Choose from the list'), 'own'),
		urgency: v.optional(v.picklist(urgencies, 'Choose how soon'), 'routine'),
		safeContact: narrative('Say how and when it is safe to be in touch, and with whom'),
		reason: narrative('Say why you are referring, in words the family could read'),
		hopedFor: narrative('Say what you hope will be different'),
		childsWishes: narrative('Write what the young person wants, or why they were not asked'),
		agreement: choice(
			agreements,
			'Choose whether the young person or parent agrees to the service'
		),
		agreementNote: text,
		...further,
		...sharing.sharing
	}),
	v.forward(
		v.partialCheck(
			[['agreement'], ['agreementNote']],
			({ agreement, agreementNote }) => agreement === 'agreed' || agreementNote !== '',
			'Say why they were not asked, or why you refer without agreement'
		),
		['agreementNote']
	)
);

export type Sending = v.InferOutput<typeof sending>;
