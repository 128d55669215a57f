import type { Lesson } from './schema.ts';

const marked = 'Sex education:';

/** The steps and activities of a lesson that are sex education and say so in their title, which a pupil may be excused from. */
export const sexEducationIn = ({
	steps,
	activities
}: Pick<Lesson, 'steps' | 'activities'>): string[] => {
	const titles = [...steps, ...Object.values(activities)].map(({ title }) => title);
	return [...new Set(titles.filter((title) => title.startsWith(marked)))].map((title) =>
		title.slice(marked.length).trim()
	);
};
