import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	return { record: shown(await teaching.readRecord(db, staff, scheme, params.record), url) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, teaching.takingBack);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await teaching.takeBack(db, staff, params.record, form.values), url);
		if (outcome !== 'taken back') return fail(422, refused(form.typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/records/[record=id]', params));
	}
};
