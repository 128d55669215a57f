import * as lessons from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => {
	const all = lessons.all();
	return {
		phases: Map.groupBy(all, ({ phase }) => phase),
		topics: lessons.topics(all),
		drafted: all.every(({ review }) => review.status === 'drafted')
	};
};
