import * as v from 'valibot';

const part = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{1,4}$/),
		v.toNumber(),
		v.minValue(least),
		v.maxValue(most)
	);

const boxes = v.object({ day: part(1, 31), month: part(1, 12), year: part(1990, 2200) });

/** Three boxes as `YYYY-MM-DD`, or `undefined` when there is no such day. */
export function dayOf(typed: { day?: string; month?: string; year?: string }): string | undefined {
	const read = v.safeParse(boxes, typed);
	if (!read.success) return undefined;
	const { day, month, year } = read.output;
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : undefined;
}

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day of a moment on the school's clock (Europe/London), as `YYYY-MM-DD`. */
export const today = (at: Date): string => london.format(at);

/** So many days after a day, both as `YYYY-MM-DD`. */
export function daysAfter(day: string, many: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + many);
	return date.toISOString().slice(0, 10);
}
