const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** How many years old somebody born on `YYYY-MM-DD` is, by a calendar in Britain. */
export function age(bornOn: string, at = new Date()): number {
	const today = inLondon.format(at);
	const hadBirthday = today.slice(5) >= bornOn.slice(5);
	return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (hadBirthday ? 0 : 1);
}
