import { cardsOf } from '#lib/server/slides/index.ts';
import { entries, lessonAt } from '../lesson.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;
export { entries };

export const load: PageServerLoad = ({ params }) => {
	const lesson = lessonAt(params.lesson);
	return { lesson, cards: cardsOf(lesson) };
};
