const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
});

const minute = 60_000;
const aDay = 24 * 60 * minute;

/** How many days it is from one day to another. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / aDay);

/** Whether a day is on a Saturday or a Sunday. */
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The instant at which clocks in London show `HH:MM` on a day. They change in the night before a Sunday
 * morning, so that a day has one time from its opening to its closing: that of its noon.
 */
export function instantOf(day: string, time: string): Date {
	const noon = new Date(`${day}T12:00:00Z`);
	const ahead = minutesOf(clock.format(noon)) - 12 * 60;
	return new Date(Date.parse(day) + (minutesOf(time) - ahead) * minute);
}
