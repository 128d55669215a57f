import * as v from 'valibot';
import { dayOf, daysAfter, today } from './days.ts';

// A narrative longer than this is a file, not a note; it still fits the 512 KB that a form may have.
const mostLetters = 20_000;

/** What somebody may write at length, or leave empty. */
export const text = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(mostLetters, 'Keep this under 20,000 letters')
);

/** What somebody must write; `ask` is the sentence that asks for it. */
export const narrative = (ask: string) => v.pipe(text, v.nonEmpty(ask));

/** What must be chosen: a browser sends nothing for radio buttons of which none is chosen. */
export const choice = <const Options extends readonly string[]>(options: Options, ask: string) =>
	v.pipe(v.optional(v.string(), ''), v.picklist(options, ask));

/** A field that is sent once for each box ticked: every value on a line of its own. */
export const lines = v.pipe(
	v.optional(v.string(), ''),
	v.transform((all) => [...new Set(all.split('\n').filter(Boolean))])
);

/** The key that an empty form is made with: the same form sent twice is one act. */
export const key = v.pipe(v.string(), v.uuid('Open the form again'));

/** A form as it was sent, for what its fields say together. What another rule refused may be missing in it. */
export type Said = Record<string, unknown>;

/** Whether somebody wrote anything into a field. */
export const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/**
 * What is wrong with a form's fields together, by the field that it is said at. A check and not a
 * transformation, so that it is said together with whatever else is missing.
 */
export const checked = <Form>(wrongWith: (said: Said) => Record<string, string | undefined>) =>
	v.rawCheck<Form>(({ dataset, addIssue }) => {
		const said = dataset.value as Said;
		for (const [field, message] of Object.entries(wrongWith(said))) {
			if (!message) continue;
			const item = { type: 'object', origin: 'value', key: field } as const;
			addIssue({ message, path: [{ ...item, input: { ...said }, value: said[field] }] });
		}
	});

/** The three boxes of a day, by the name that they begin with. */
export const boxes = <Name extends string>(name: Name) =>
	({
		[`${name}Day`]: v.optional(v.string(), ''),
		[`${name}Month`]: v.optional(v.string(), ''),
		[`${name}Year`]: v.optional(v.string(), '')
	}) as Record<
		`${Name}${'Day' | 'Month' | 'Year'}`,
		v.OptionalSchema<v.StringSchema<undefined>, ''>
	>;

/** The day in three boxes, as `YYYY-MM-DD`; empty when there is no such day. */
export const dayIn = (said: Said, name: string): string =>
	dayOf({
		day: String(said[`${name}Day`] ?? ''),
		month: String(said[`${name}Month`] ?? ''),
		year: String(said[`${name}Year`] ?? '')
	}) ?? '';

// What is due in more than a year is no next step.
const farthest = 366;

/** What is wrong with the day in three boxes by which something is to be done, as a sentence; `at` is now. */
export function wrongDueDay(said: Said, name: string, at: Date): string | undefined {
	const by = dayIn(said, name);
	if (!by) return 'Write the day by when, such as 9 11 2026';
	if (by < today(at)) return 'The day by when must be today or later';
	return by > daysAfter(today(at), farthest) ? 'Choose a day within a year' : undefined;
}
