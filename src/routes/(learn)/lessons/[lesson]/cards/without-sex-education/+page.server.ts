import { withoutSexEducation } from '#lib/server/lessons/index.ts';
import { cardsOf } from '#lib/server/slides/index.ts';
import { entriesWithout, lessonAt } from '../../lesson.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;
export { entriesWithout as entries };

export const load: PageServerLoad = ({ params }) => {
	const lesson = withoutSexEducation(lessonAt(params.lesson));
	return { lesson, cards: cardsOf(lesson) };
};
