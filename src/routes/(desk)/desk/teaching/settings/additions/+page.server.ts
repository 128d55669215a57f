import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, readTyped, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const { additions } = shown(await teaching.own(db, staff, scheme), url);
	return { additions, key: randomUUID(), lessons: scheme.lessons };
};

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, teaching.adding);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await teaching.add(db, staff, scheme, form.values), url);
		if (outcome !== 'added') return fail(422, refused(form.typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/settings/additions'));
	},
	takeAway: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const { id = '' } = await readTyped(request);
		shown(await teaching.takeAway(db, staff, id), url);
		redirect(303, resolve('/(desk)/desk/teaching/settings/additions'));
	}
};
