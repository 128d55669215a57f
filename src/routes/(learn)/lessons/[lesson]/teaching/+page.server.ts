import { error } from '@sveltejs/kit';
import * as lessons from '#lib/server/lessons/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	lessons.all().map(({ address }) => ({ lesson: address }));

export const load: PageServerLoad = ({ params }) => {
	const lesson = lessons.byAddress(params.lesson);
	if (!lesson) error(404, 'We could not find that lesson');
	const codes = lesson.objectives.flatMap(({ codes }) => codes);
	return {
		lesson,
		guidance: lessons.guidance,
		glosses: Object.fromEntries(codes.map((code) => [code, lessons.glossOf(code)]))
	};
};
