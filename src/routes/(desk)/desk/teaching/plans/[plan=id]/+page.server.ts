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

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const plan = shown(await teaching.readPlan(db, staff, scheme, params.plan), url);
	const now = today(new Date());
	return {
		plan,
		...{ key: randomUUID(), isDue: plan.day <= now },
		typed: { ...dayTyped(plan.day < now ? plan.day : now), path: plan.path }
	};
};

export const actions: Actions = {
	record: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		shown(await teaching.readPlan(db, staff, scheme, params.plan), url);
		const form = await readForm(request, teaching.recording, ['cut']);
		if (!form.valid) return fail(422, form);
		const place = { platform: locals.house.platform, db };
		const outcome = shown(
			await teaching.record(place, staff, scheme, form.values, params.plan),
			url
		);
		if (outcome === 'called off') return fail(409, refused(form.typed, { went: calledOff }));
		if ('problems' in outcome) return fail(422, refused(form.typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/records/[record=id]', { record: outcome.id }));
	},
	callOff: async ({ locals, params, url }) => {
		const { db, staff } = signedIn(locals);
		const place = { platform: locals.house.platform, db };
		shown(await teaching.callOff(place, staff, scheme, params.plan), url);
		redirect(303, resolve('/(desk)/desk/teaching/plans/[plan=id]', params));
	}
};

const calledOff = 'This plan was called off. Record the lesson by itself, from Teaching';
