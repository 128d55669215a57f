import * as v from 'valibot';
import { choice, key, narrative, text } from '../fields.ts';
import { longest } from './messages.ts';
import { standardAnswers } from './schema.ts';

const days = (what: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{1,2}$/, `Write in how many working days it ${what}, such as 3`),
		v.toNumber(),
		v.minValue(1, 'Write 1 or more'),
		v.maxValue(longest, `Write ${longest} or less`)
	);

/** What the form for a proposal must say. */
export const proposing = v.object({
	key,
	opensWithin: days('is opened'),
	decidesWithin: days('is decided'),
	beginsWithin: days('begins'),
	contacts: narrative('Say whom each side asks for, and how they are reached'),
	criteria: text
});

/** What the form for an answer must say. */
export const answering = v.pipe(
	v.object({
		key,
		standardId: v.pipe(v.string(), v.uuid('Open the page again')),
		answer: choice(standardAnswers, 'Choose what you answer'),
		says: text
	}),
	v.forward(
		v.partialCheck(
			[['answer'], ['says']],
			({ answer, says }) => answer === 'agreed' || says !== '',
			'Say why, so that the other side knows'
		),
		['says']
	)
);

export type Proposing = v.InferOutput<typeof proposing>;
export type Answering = v.InferOutput<typeof answering>;
