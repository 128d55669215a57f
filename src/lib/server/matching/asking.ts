import * as v from 'valibot';
import { audiences, needs, type Need } from '../directory/index.ts';
import { choice, lines } from '../fields.ts';
import type { Child } from './child.ts';

const short = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(200, 'Keep this under 200 letters')
);

/** What the form for finding a service must say. */
export const asking = v.pipe(
	v.object({
		age: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.regex(/^\d{1,2}$/, 'Write the age in years, such as 11'),
			v.toNumber()
		),
		area: short,
		needs: v.pipe(
			lines,
			v.array(v.picklist(needs, 'Choose from the list')),
			v.minLength(1, 'Choose at least one')
		),
		audiences: v.pipe(lines, v.array(v.picklist(audiences, 'Choose from the list'))),
		language: short,
		parentAgrees: choice(['yes', 'no'], 'Choose whether a parent agrees'),
		living: choice(
			['lives with', 'no longer lives with', 'not known'],
			'Choose whether they live with the person who harms'
		)
	}),
	v.transform(({ parentAgrees, ...said }): Child => ({
		...said,
		parentAgrees: parentAgrees === 'yes'
	}))
);

type Pictures = { abuse: object | null; substances: { whose: string } | null };

/**
 * The needs that a case’s pictures speak of, for the lead to look at and change. Whose use it is stands in
 * words, and nothing is read out of them: both needs are offered.
 */
export const needsOf = ({ abuse, substances }: Pictures): Need[] => [
	...(abuse ? (['domestic abuse at home'] as const) : []),
	...(substances
		? (['their own substance use', 'somebody else’s substance use at home'] as const)
		: [])
];
