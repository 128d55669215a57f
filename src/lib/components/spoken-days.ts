const inWords = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	weekday: 'short',
	day: 'numeric',
	month: 'short',
	year: 'numeric'
});

/** A day written `YYYY-MM-DD`, as a person says it: Mon, 9 Nov 2026. */
export const dayInWords = (day: string): string => inWords.format(new Date(`${day}T00:00:00Z`));
