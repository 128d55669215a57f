import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as checks from '#lib/server/lesson-checks/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const lesson = shown(lessons.byAddress(params.lesson), url);
	const stands = shown(await checks.read(db, staff, lesson), url);
	return {
		...{ lesson, ...stands },
		key: randomUUID(),
		sexEducation: lessons.sexEducationIn(lesson),
		me: staff.name
	};
};

export const actions: Actions = {
	check: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const lesson = shown(lessons.byAddress(params.lesson), url);
		const form = await readForm(request, checks.checking);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await checks.check(db, staff, lesson, form.values), url);
		if (outcome === 'changed meanwhile')
			return fail(409, refused({ ...form.typed, whole: '' }, { whole: changed }));
		redirect(303, resolve('/(desk)/desk/lessons/[lesson]', params));
	},
	withdraw: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const lesson = shown(lessons.byAddress(params.lesson), url);
		const form = await readForm(request, checks.withdrawing);
		if (!form.valid) return fail(422, form);
		shown(await checks.withdraw(db, staff, lesson, form.values), url);
		redirect(303, resolve('/(desk)/desk/lessons/[lesson]', params));
	}
};

const changed = 'The lesson changed while you had this open. Read it again, and then tick this';
