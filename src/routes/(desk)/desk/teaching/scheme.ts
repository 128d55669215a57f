import * as lessons from '#lib/server/lessons/index.ts';
import * as teaching from '#lib/server/teaching/index.ts';

const hasSexEducation = (lesson: ReturnType<typeof lessons.all>[number]): boolean =>
	lessons.sexEducationIn(lesson).length > 0;

/** The lessons that were built, as those who teach see them, and the items of the guidance. */
export const scheme: teaching.Scheme = {
	codes: lessons.codes,
	lessons: lessons.all().map((lesson) => ({
		...{ id: lesson.id, title: lesson.title, address: lesson.address, years: lesson.years },
		...{ level: lesson.level, review: lesson.review, digest: lesson.digest },
		ways: teaching.waysOf(
			lesson,
			hasSexEducation(lesson) ? lessons.withoutSexEducation(lesson) : undefined
		)
	}))
};
