/** A day written `YYYY-MM-DD` as it stands in the three boxes of a form. */
export function dayTyped(day: string): { onDay: string; onMonth: string; onYear: string } {
	const [year = '', month = '', date = ''] = day.split('-');
	return { onDay: String(Number(date)), onMonth: String(Number(month)), onYear: year };
}
