import * as v from 'valibot';
import { key, lines } from '../fields.ts';

/** What the form that opens a room must say. */
export const opening = v.object({
	key,
	lesson: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose a lesson'))
});

/** Which question is meant, of those that the lesson has. */
export const asking = v.object({ question: v.pipe(v.string(), v.nonEmpty('Choose a question')) });

/** Which of the questions that were asked is to be closed: the one that the teacher saw. */
export const closing = v.object({
	number: v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'Open the page again'), v.transform(Number))
});

const hands = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Write a number for each, or leave it empty for none'),
	v.transform(Number)
);

/** A tally that was taken by hands, cards or corners: a number for each option, and nothing for none. */
export const counting = v.object({
	...asking.entries,
	...{ count0: hands, count1: hands, count2: hands },
	...{ count3: hands, count4: hands, count5: hands }
});

/** How a lesson ends: with its tallies kept, or not. */
export const ending = v.object({ keep: lines });

export type Opening = v.InferOutput<typeof opening>;
export type Counting = v.InferOutput<typeof counting>;
