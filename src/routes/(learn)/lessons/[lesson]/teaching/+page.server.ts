import { sexEducationIn } from '#lib/server/lessons/index.ts';
import { entries, guided, lessonAt } from '../lesson.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;
export { entries };

export const load: PageServerLoad = ({ params }) => {
	const lesson = lessonAt(params.lesson);
	return { lesson, sexEducation: sexEducationIn(lesson), ...guided(lesson) };
};
