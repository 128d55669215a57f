/** The first of September, UTC, on or before a moment: a school year begins there. */
export function schoolYearFrom(at: Date): Date {
	const year = at.getUTCMonth() >= 8 ? at.getUTCFullYear() : at.getUTCFullYear() - 1;
	return new Date(Date.UTC(year, 8, 1));
}

const spoken = new Intl.DateTimeFormat('en-GB', {
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A month written `YYYY-MM`, as a person says it: "November 2026". */
export const monthInWords = (month: string): string =>
	spoken.format(new Date(`${month}-01T12:00:00Z`));

/** A row for each month from one moment to another, also for those in which there was nothing. */
export function monthsOf(
	since: Date,
	at: Date,
	counts: ReadonlyMap<string, number>
): { label: string; count: number }[] {
	const rows = [];
	for (
		let month = since;
		month <= at;
		month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))
	)
		rows.push({
			label: spoken.format(month),
			count: counts.get(month.toISOString().slice(0, 7)) ?? 0
		});
	return rows;
}
