import * as v from 'valibot';
import { activity } from '#lib/activities/shapes.ts';

/** What must not be left empty. */
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty('Write something here'));

/** A day as `YYYY-MM-DD`. */
export const day = v.pipe(
	v.string(),
	// Front matter turns a date without quotation marks into midnight of that day.
	v.transform((written) => written.replace(/T00:00:00\.000Z$/, '')),
	v.isoDate('Use a date such as 2026-11-23')
);

/** So many of something, or more. */
export const list = <const Item extends v.GenericSchema>(item: Item, least: number) =>
	v.pipe(v.array(item), v.minLength(least));

/** What is done beside the words, each by the name that the prose shows it under. */
export const activities = v.record(v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z]*$/)), activity);

/** A fact that something written leans on: which, where it was read, and when somebody last looked. */
export const source = v.object({ says: words, where: v.pipe(v.string(), v.url()), checked: day });

/** How far it has been checked. Drafted is not checked. */
export const review = v.pipe(
	v.object({
		status: v.picklist(['drafted', 'checked']),
		checkedBy: v.optional(v.array(v.object({ name: words, as: words, on: day })), [])
	}),
	v.check(
		({ status, checkedBy }) => status === 'drafted' || checkedBy.length >= 2,
		'What is checked names a specialist and a teacher who checked it'
	)
);

export type Source = v.InferOutput<typeof source>;
export type Review = v.InferOutput<typeof review>;
