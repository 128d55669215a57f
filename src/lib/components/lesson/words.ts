import type { Lesson } from '#lib/server/lessons/index.ts';
import type { Language } from '#lib/languages/languages.ts';
import { sayIn, tagOf } from '#lib/languages/saying.ts';

/** Says a day such as `2026-11-22` as people do. */
export const dayInWords = (date: string, language: Language = 'en'): string =>
	new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'long', timeZone: 'Europe/London' }).format(
		new Date(date)
	);

/** Joins words as a sentence does: "one, two and three". */
export const joined = (words: (string | number)[], language: Language = 'en'): string =>
	new Intl.ListFormat(tagOf(language)).format(words.map(String));

export const yearsInWords = (years: number[], language: Language = 'en'): string =>
	sayIn(language)('lesson.years', { count: years.length, years: joined(years, language) });

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
export function reviewInWords(
	{ status, checkedBy }: Lesson['review'],
	language: Language = 'en'
): string {
	const say = sayIn(language);
	if (status === 'drafted') return say('review.drafted');
	const people = checkedBy.map(({ name, as, on }) =>
		say('review.person', { name, as, day: dayInWords(on, language) })
	);
	return say('review.checked', { people: joined(people, language) });
}
