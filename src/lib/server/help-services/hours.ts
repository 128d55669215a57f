import holidays from '../../../../content/services/bank-holidays.json' with { type: 'json' };
import type { Nation, Service } from './shape.ts';

/** The days of the week, as hours are written down. */
export const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof week)[number];

/**
 * Whether somebody answers now. `unknown` where no source says when it is open, where sources are old or
 * disagree, and on a bank holiday that no source speaks of: never counted as open, and never said to be shut.
 */
export type Opening =
	| { is: 'open' }
	| { is: 'unknown' }
	| { is: 'closed'; opens: { day: Day; from: string } | undefined };

const minutesOf = (clock: string): number =>
	Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

type Moment = { date: string; day: Day; minutes: number };

const inUk = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	...{ year: 'numeric', month: '2-digit', day: '2-digit' },
	...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
});

let last: { at: number; moment: Moment } | undefined;

/** What a clock and a calendar on a wall in the United Kingdom say at an instant, by summer time as it is kept. */
export function ukTime(at: Date): Moment {
	// One answer asks it of one instant many times over, and the calendar is slow.
	if (last?.at !== at.getTime()) last = { at: at.getTime(), moment: read(at) };
	return last.moment;
}

function read(at: Date): Moment {
	const part = Object.fromEntries(inUk.formatToParts(at).map(({ type, value }) => [type, value]));
	return {
		date: `${part.year}-${part.month}-${part.day}`,
		day: (part.weekday ?? '').toLowerCase() as Day,
		minutes: Number(part.hour) * 60 + Number(part.minute)
	};
}

const day = 86_400_000;

/** The date so many days after a date, both as `YYYY-MM-DD`. */
export const daysAfter = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** Whether a text is a day that there is, as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) &&
	!Number.isNaN(Date.parse(text)) &&
	daysAfter(text, 0) === text;

const bankHolidays = new Map<Nation, Set<string>>(
	Object.entries(holidays.days).map(([nation, dates]) => [nation as Nation, new Set(dates)])
);

/** The last date up to which the bank holidays are known. */
export const holidaysKnownThrough = holidays.through;

/**
 * Whether a service may keep other hours on a date: a bank holiday of any nation that it serves (GOV.UK's own
 * list), or Christmas Day, Boxing Day or New Year's Day, which on a weekend have their bank holiday later.
 */
export const mayDiffer = (date: string, nations: readonly Nation[]): boolean =>
	/-(12-25|12-26|01-01)$/.test(date) ||
	nations.some((nation) => bankHolidays.get(nation)?.has(date));

type Weekly = Extract<Service['hours'], { kind: 'weekly' }>;

/** Whether one stretch of hours holds at a moment. One that ends before it begins goes on after midnight. */
function holds({ on, from, to }: Weekly['open'][number], { day: today, minutes }: Moment): boolean {
	const [begin, end] = [minutesOf(from), minutesOf(to)];
	const yesterday = week[(week.indexOf(today) + 6) % 7] ?? today;
	if (begin < end) return on.includes(today) && minutes >= begin && minutes < end;
	return (on.includes(today) && minutes >= begin) || (on.includes(yesterday) && minutes < end);
}

/** When somebody answers next, on one of the seven days to come, leaving out those on which that is not known. */
function opensNext({ open, ...hours }: Weekly, nations: readonly Nation[], now: Moment) {
	for (let ahead = 0; ahead <= 7; ahead += 1) {
		const date = daysAfter(now.date, ahead);
		if (hours.bankHolidays === 'unknown' && mayDiffer(date, nations)) continue;
		const on = week[(week.indexOf(now.day) + ahead) % 7] ?? now.day;
		const [first] = open
			.filter((each) => each.on.includes(on) && (ahead > 0 || minutesOf(each.from) > now.minutes))
			.map(({ from }) => from)
			.sort();
		if (first) return { day: on, from: first };
	}
	return undefined;
}

/** Whether a service answers at an instant, in UK time. */
export function openingAt({ hours, nations }: Service, at: Date): Opening {
	if (hours.kind === 'always') return { is: 'open' };
	if (hours.kind !== 'weekly') return { is: 'unknown' };

	const now = ukTime(at);
	if (hours.bankHolidays === 'unknown' && mayDiffer(now.date, nations)) return { is: 'unknown' };
	if (hours.open.some((stretch) => holds(stretch, now)))
		return { is: hours.doubtful ? 'unknown' : 'open' };
	return { is: 'closed', opens: hours.doubtful ? undefined : opensNext(hours, nations, now) };
}
