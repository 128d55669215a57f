// A cell that begins so is a formula to a spreadsheet, whoever typed it.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const cell = (text: string): string =>
	`"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A table as CSV (RFC 4180), in which nothing is taken for a formula. */
export const csvOf = (head: string[], lines: string[][]): string =>
	[head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
