import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { today } from '#lib/server/days.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import { dayTyped } from '../../typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const classId = url.searchParams.get('class');
	const { labels, apart, of } = shown(await teaching.offered(db, staff, classId), url);
	const asked = url.searchParams.get('lesson');
	const lesson = teaching.lessonOf(scheme, asked ?? '');
	return {
		...{ labels, lessons: scheme.lessons, years: teaching.years, key: randomUUID(), lesson },
		classId,
		isUnknown: asked !== null && !lesson,
		typed: {
			...dayTyped(today(new Date())),
			...{ year: String(of?.year ?? ''), label: of?.label ?? '' },
			path: apart && lesson?.ways.without ? 'without' : 'whole'
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, teaching.recording, ['cut']);
		if (!form.valid) return fail(422, form);
		const place = { platform: locals.house.platform, db };
		const outcome = shown(await teaching.record(place, staff, scheme, form.values), url);
		if (outcome === 'called off') throw new Error('A lesson without a plan was called off');
		if ('problems' in outcome) return fail(422, refused(form.typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/records/[record=id]', { record: outcome.id }));
	}
};
