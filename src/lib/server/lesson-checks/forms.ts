import * as v from 'valibot';
import { choice, key, text } from '../fields.ts';

const short = (ask: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(ask),
		v.maxLength(120, 'Use at most 120 letters')
	);

// It is for everybody at a school to read, and it stays: a note, and no place for what is known of a child.
const note = v.pipe(text, v.maxLength(500, 'Use at most 500 letters'));

/** What the form for a check must say. */
export const checking = v.object({
	key,
	/** Of the lesson as it was when the form was opened. */
	digest: v.optional(v.string(), ''),
	checkedBy: short('Write the name of who read it'),
	checkedAs: short('Say as what they read it: their job, or what they know about'),
	says: note,
	whole: choice(['yes'], 'A check counts once the lesson was read whole: read it, then tick this')
});

/** What the form that takes a check back must say. */
export const withdrawing = v.object({
	check: v.pipe(v.string(), v.uuid('Open the page again')),
	why: v.pipe(note, v.nonEmpty('Say why it holds no more'))
});

export type Checking = v.InferOutput<typeof checking>;
export type Withdrawing = v.InferOutput<typeof withdrawing>;
