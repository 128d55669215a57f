const hour = 3_600_000;

const hourInLondon = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: 'numeric',
	hourCycle: 'h23'
});

/** The moment at which a day (`YYYY-MM-DD`) begins on the school's clock; `undefined` when there is no such day. */
export function startOf(day: string): Date | undefined {
	const utc = new Date(`${day}T00:00:00Z`);
	const exists = !Number.isNaN(utc.getTime()) && utc.toISOString().slice(0, 10) === day;
	return exists ? new Date(utc.getTime() - Number(hourInLondon.format(utc)) * hour) : undefined;
}

/** The moment at which a day ends there. */
export function endOf(day: string): Date | undefined {
	const begins = startOf(day);
	if (!begins) return undefined;
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return startOf(next.toISOString().slice(0, 10));
}
