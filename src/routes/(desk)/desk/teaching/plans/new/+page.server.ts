import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const offered = shown(await teaching.offered(db, staff, url.searchParams.get('class')), url);
	return {
		...offered,
		key: randomUUID(),
		lessons: scheme.lessons,
		years: teaching.years,
		typed: {
			lesson: url.searchParams.get('lesson') ?? '',
			...{ year: String(offered.of?.year ?? ''), label: offered.of?.label ?? '' },
			path: offered.apart ? 'usual' : 'whole'
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, teaching.planning);
		if (!form.valid) return fail(422, form);
		const place = { platform: locals.house.platform, db };
		const outcome = shown(await teaching.plan(place, staff, scheme, form.values), url);
		if ('problems' in outcome)
			return fail(422, { ...refused(form.typed, outcome.problems), unready: outcome.unready });
		redirect(303, resolve('/(desk)/desk/teaching/plans/[plan=id]', { plan: outcome.id }));
	}
};
