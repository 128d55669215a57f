import type { Lesson } from '#lib/server/lessons/index.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** Says a day such as `2026-11-22` as people do. */
export const dayInWords = (date: string): string => day.format(new Date(date));

/** Joins words as a sentence does: "one, two and three". */
export const joined = (words: (string | number)[]): string =>
	new Intl.ListFormat('en-GB').format(words.map(String));

export const yearsInWords = (years: number[]): string =>
	`${years.length > 1 ? 'Years' : 'Year'} ${joined(years)}`;

/** What is said of a lesson before it begins, of its parts that are sex education too. */
export const notesOf = ({ contentNote, sexEducationNote }: Lesson): string =>
	[contentNote, sexEducationNote].filter(Boolean).join(' ');

/** Who may meet a lesson how: 1 alone, 2 alone if a teacher agrees, 3 with a teacher only. */
export const levels: Record<Lesson['level'], string> = {
	1: 'Open to read on your own',
	2: 'For class, or on your own if your teacher agrees',
	3: 'For class, led by a teacher'
};

/** Says plainly how far a lesson has been checked. Drafted is not checked. */
export const reviewInWords = ({ status, checkedBy }: Lesson['review']): string =>
	status === 'drafted'
		? 'Drafted. Not yet checked by a specialist.'
		: `Checked by ${joined(checkedBy.map(({ name, as, on }) => `${name} (${as}, ${dayInWords(on)})`))}.`;
