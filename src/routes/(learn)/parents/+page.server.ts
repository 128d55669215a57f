import * as lessons from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => {
	const all = lessons.all();
	return {
		lessons: all,
		withParts: all
			.map((lesson) => ({ ...lesson, sexEducation: lessons.sexEducationIn(lesson) }))
			.filter(({ sexEducation }) => sexEducation.length > 0),
		guidance: lessons.guidance
	};
};
