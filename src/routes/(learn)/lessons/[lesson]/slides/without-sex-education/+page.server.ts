import { withoutSexEducation } from '#lib/server/lessons/index.ts';
import { slidesOf } from '#lib/server/slides/index.ts';
import { besides, entriesWithout, lessonAt } from '../../lesson.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;
export { entriesWithout as entries };

export const load: PageServerLoad = ({ params }) => {
	const lesson = withoutSexEducation(lessonAt(params.lesson));
	return { lesson, slides: slidesOf(lesson, besides(lesson).services) };
};
