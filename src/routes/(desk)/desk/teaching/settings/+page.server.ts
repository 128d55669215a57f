import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/server/access/index.ts';
import { readTyped, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../scheme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const { kept, typed, additions } = shown(await teaching.own(db, staff, scheme), url);
	return {
		...{ kept, typed, many: additions.length, mayTeach: may(staff, 'teach a class') },
		lessons: scheme.lessons.map((lesson) => ({
			...{ id: lesson.id, title: lesson.title, years: lesson.years, level: lesson.level },
			...{ field: teaching.yearsFieldOf(lesson), hasSexEducation: Boolean(lesson.ways.without) }
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const typed = await readTyped(request);
		const outcome = shown(await teaching.keep(db, staff, scheme, typed), url);
		if (outcome !== 'kept') return fail(422, refused(typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/settings'));
	}
};
