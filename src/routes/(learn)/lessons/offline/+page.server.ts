import * as copies from '#lib/server/copies/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => ({
	scheme: copies.scheme,
	pages: {
		every: copies.keptOfALesson,
		some: Object.fromEntries(
			lessons
				.all()
				.filter((lesson) => lessons.sexEducationIn(lesson).length > 0)
				.map(({ address }) => [address, copies.keptOfSome])
		)
	},
	phases: [...Map.groupBy(lessons.all(), ({ phase }) => phase)].map(([phase, lessons]) => ({
		phase,
		lessons: lessons.map(({ address, title }) => ({ address, title, pack: copies.packOf(address) }))
	}))
});
