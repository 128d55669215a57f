import type { Catalogued } from './reading.ts';

// The name that a part of a lesson begins with when a parent may ask for their child to be left out of it
// (statutory guidance for England, paragraphs 16 to 21). Pupils and teachers read the same word.
const mark = 'Sex education:';

const isSexEducation = (title: string): boolean => title.startsWith(mark);

/** The titles of a lesson's parts that are sex education; most lessons have none. */
export const sexEducationIn = ({ sections }: Pick<Catalogued, 'sections'>): string[] =>
	sections.map(({ title }) => title).filter(isSexEducation);

/**
 * The same lesson without its parts that are sex education: their sections, activities, steps, exit items and sources,
 * and what is said of them beforehand. Its minutes are fewer by those of the steps.
 */
export function withoutSexEducation(lesson: Catalogued): Catalogued {
	const activities = Object.fromEntries(
		Object.entries(lesson.activities).filter(([, { title }]) => !isSexEducation(title))
	);
	const steps = lesson.steps.filter(({ title }) => !isSexEducation(title));
	return {
		...lesson,
		sexEducationNote: undefined,
		sources: lesson.sources.filter(({ sexEducation }) => !sexEducation),
		activities,
		steps,
		sections: lesson.sections.filter(({ title }) => !isSexEducation(title)),
		objectives: lesson.objectives.filter(({ exitItem }) => !isSexEducation(exitItem.ask)),
		minutes: steps.reduce((sum, step) => sum + step.minutes, 0)
	};
}
