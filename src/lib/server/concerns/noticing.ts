import * as v from 'valibot';
import { urgencies } from './schema.ts';

// A narrative longer than this is a file, not a note; it still fits the 512 KB that a form may have.
const mostLetters = 20_000;

const narrative = (ask: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty(ask),
		v.maxLength(mostLetters, 'Keep this under 20,000 letters')
	);

const part = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{1,4}$/),
		v.toNumber(),
		v.minValue(least),
		v.maxValue(most)
	);

const when = v.object({ day: part(1, 31), month: part(1, 12), year: part(1990, 2200) });

/** Three boxes as `YYYY-MM-DD`, or `undefined` when there is no such day. */
export function dayOf(boxes: { day?: string; month?: string; year?: string }): string | undefined {
	const read = v.safeParse(when, boxes);
	if (!read.success) return undefined;
	const { day, month, year } = read.output;
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : undefined;
}

const today = (at: Date): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at);

/** What the form "Log a concern" must say. Dates are the school's (Europe/London); `at` is now. */
export const noticing = (at = new Date()) =>
	v.pipe(
		v.object({
			key: v.pipe(v.string(), v.uuid('Open the form again')),
			pupil: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose who it is about')),
			noticedDay: v.string(),
			noticedMonth: v.string(),
			noticedYear: v.string(),
			noticedTime: v.pipe(
				v.optional(v.string(), ''),
				v.trim(),
				v.regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, 'Write the time as 08:15, or leave it empty')
			),
			place: narrative('Say where it was'),
			seenOrHeard: narrative('Write what you saw or heard'),
			childsWords: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(mostLetters)),
			doneAlready: narrative('Say what you have done, or write "nothing yet"'),
			urgency: v.picklist(urgencies, 'Choose how soon somebody must read this')
		}),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const { noticedDay: day, noticedMonth: month, noticedYear: year, ...rest } = dataset.value;
			const noticedOn = dayOf({ day, month, year });
			const path = [
				{ type: 'object', origin: 'value', input: dataset.value, key: 'noticed', value: day }
			] as const;
			if (!noticedOn) {
				addIssue({ message: 'Write the day it was noticed, such as 9 11 2026', path: [...path] });
				return NEVER;
			}
			if (noticedOn > today(at)) {
				addIssue({ message: 'The day it was noticed must be today or before', path: [...path] });
				return NEVER;
			}
			return { ...rest, noticedOn };
		})
	);

export type Noticed = v.InferOutput<ReturnType<typeof noticing>>;
