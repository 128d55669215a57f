/** A class, as a school says it: a year and a label, and nobody in it. */
export type Class = { year: number; label: string };

/** “Year 8, blue”. */
export const classInWords = ({ year, label }: Class): string => `Year ${year}, ${label}`;

/** A school year by the September in which it begins: “2026/27”. */
export const schoolYearInWords = (began: number): string =>
	`${began}/${String((began + 1) % 100).padStart(2, '0')}`;

/** What each way to give a lesson is called. */
export const pathsInWords = {
	whole: 'Whole',
	short: '25 minutes',
	without: 'Without sex education'
} as const;

/** How a lesson went, as its teacher says it in one press. */
export const wentInWords = {
	well: 'It went well',
	mixed: 'Some of it did',
	again: 'It needs another go'
} as const;

export type Path = keyof typeof pathsInWords;
export type Went = keyof typeof wentInWords;
