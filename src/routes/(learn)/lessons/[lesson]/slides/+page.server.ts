import { slidesOf } from '#lib/server/slides/index.ts';
import { besides, entries, lessonAt } from '../lesson.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;
export { entries };

export const load: PageServerLoad = ({ params }) => {
	const lesson = lessonAt(params.lesson);
	return { lesson, slides: slidesOf(lesson, besides(lesson).services) };
};
