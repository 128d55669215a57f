import { error } from '@sveltejs/kit';
import * as services from '#lib/server/help-services/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	lessons.all().map(({ address }) => ({ lesson: address }));

export const load: PageServerLoad = ({ params }) => {
	const lesson = lessons.byAddress(params.lesson);
	if (!lesson) error(404, 'We could not find that lesson');
	return {
		lesson,
		lighter: lessons.lighter(lesson),
		services: lesson.signposts.flatMap((id) => services.serviceById(id) ?? [])
	};
};
