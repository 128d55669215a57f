import * as v from 'valibot';
import { urgencies } from './schema.ts';

// A narrative longer than this is a file, not a note; it still fits the 512 KB that a form may have.
const mostLetters = 20_000;

const narrative = (ask: string) =>
	v.pipe(
		v.optional(v.string(), ''),
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
			noticedDay: v.optional(v.string(), ''),
			noticedMonth: v.optional(v.string(), ''),
			noticedYear: v.optional(v.string(), ''),
			noticedTime: v.pipe(
				v.optional(v.string(), ''),
				v.trim(),
				v.regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, 'Write the time as 08:15, or leave it empty'),
				v.transform((time) => (time === '' ? '' : time.padStart(5, '0')))
			),
			place: narrative('Say where it was'),
			seenOrHeard: narrative('Write what you saw or heard'),
			childsWords: v.pipe(
				v.optional(v.string(), ''),
				v.trim(),
				v.maxLength(mostLetters, 'Keep this under 20,000 letters')
			),
			doneAlready: narrative('Say what you have done, or write "nothing yet"'),
			// Optional, because a browser sends nothing for radio buttons of which none is chosen.
			urgency: v.pipe(
				v.optional(v.string(), ''),
				v.picklist(urgencies, 'Choose how soon somebody must read this')
			),
			/** About an adult who works or volunteers here: then only a few may know of it. */
			aboutStaff: v.optional(v.picklist(['no', 'yes'], 'Choose no or yes'))
		}),
		// A check and not a transformation, so that a wrong day is said together with whatever else is missing.
		v.rawCheck(({ dataset, addIssue }) => {
			const said = dataset.value as Boxes;
			const message = wrongWith(dayIn(said), today(at));
			if (!message) return;
			const field = { type: 'object', origin: 'value', key: 'noticed' } as const;
			addIssue({ message, path: [{ ...field, input: { ...said }, value: said.noticedDay }] });
		}),
		v.transform(({ noticedDay, noticedMonth, noticedYear, ...rest }) => ({
			...rest,
			noticedOn: dayIn({ noticedDay, noticedMonth, noticedYear }) ?? ''
		}))
	);

type Boxes = { noticedDay?: string; noticedMonth?: string; noticedYear?: string };

const dayIn = ({ noticedDay: day, noticedMonth: month, noticedYear: year }: Boxes) =>
	dayOf({ day, month, year });

function wrongWith(noticedOn: string | undefined, latest: string): string | undefined {
	if (!noticedOn) return 'Write the day it was noticed, such as 9 11 2026';
	return noticedOn > latest ? 'The day it was noticed must be today or before' : undefined;
}

export type Noticed = v.InferOutput<ReturnType<typeof noticing>>;
