const format = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	weekday: 'short',
	day: 'numeric',
	month: 'short',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** "Mon 23 Nov 2026, 08:14", as a clock on a school wall in Britain would have it. */
export function spoken(at: Date, time = true): string {
	const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
	const date = `${part.weekday} ${part.day} ${part.month} ${part.year}`;
	return time ? `${date}, ${part.hour}:${part.minute}` : date;
}

/** A moment that is near, without its year: "Wed 25 Nov, 15:30". */
export const nearly = (at: Date): string => spoken(at).replace(/ \d{4},/, ',');

/** A moment’s day, where a column has no room for its weekday: "23 Nov 2026". */
export const dayOf = (at: Date): string => spoken(at, false).replace(/^\w+ /, '');

/** A day written `YYYY-MM-DD`, as a person says it: "Mon 9 Nov 2026". */
export const spokenDay = (day: string): string => spoken(new Date(`${day}T12:00:00Z`), false);

const shortly = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	weekday: 'short',
	day: 'numeric',
	month: 'short'
});

/** A day that is near, from `YYYY-MM-DD`, without its year: “Wed 25 Nov”. */
export const shortDay = (day: string): string =>
	shortly.format(new Date(`${day}T00:00:00Z`)).replace(',', '');

const whole = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });

/** A day that stands in a document, such as one of birth, from `YYYY-MM-DD`: “15 July 2009”. */
export const longDay = (day: string): string => whole.format(new Date(`${day}T00:00:00Z`));
