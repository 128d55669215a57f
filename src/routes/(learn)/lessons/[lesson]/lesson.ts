import { error } from '@sveltejs/kit';
import * as services from '#lib/server/help-services/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';

/** Every lesson has each of its pages, in each of its languages. */
export const entries = () => lessons.inEveryLanguage().map(({ address }) => ({ lesson: address }));

/** Those that have parts which are sex education have pages without them. */
export const entriesWithout = () =>
	lessons
		.inEveryLanguage()
		.filter((lesson) => lessons.sexEducationIn(lesson).length > 0)
		.map(({ address }) => ({ lesson: address }));

/** @throws 404 when there is no such lesson. */
export function lessonAt(address: string): lessons.Catalogued {
	return lessons.byAddress(address) ?? error(404, 'We could not find that lesson');
}

/** What every page for a pupil shows beside the lesson: whom to tell, and something gentler to read. */
export const besides = (lesson: lessons.Catalogued) => ({
	translations: lessons.inOtherLanguages(lesson),
	lighter: lessons.lighter(lesson),
	services: lesson.signposts.flatMap((id) => services.serviceById(id) ?? [])
});

/** What a teacher's page shows: each code of the guidance, in words. */
export const guided = (lesson: lessons.Catalogued) => ({
	guidance: lessons.guidance,
	glosses: Object.fromEntries(
		lesson.objectives.flatMap(({ codes }) => codes).map((code) => [code, lessons.glossOf(code)])
	)
});
