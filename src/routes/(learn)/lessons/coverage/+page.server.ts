import * as lessons from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => ({
	items: lessons.coverage(lessons.all()),
	guidance: lessons.guidance
});
