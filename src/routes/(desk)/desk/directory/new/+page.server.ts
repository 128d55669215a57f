import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as directory from '#lib/server/directory/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { choicesFor } from '../choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { staff } = signedIn(locals);
	return { choices: choicesFor(staff) };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, directory.keeping, ['needs', 'audiences']);
		if (!form.valid) return fail(422, form);
		const place = { published: locals.house.published, db };
		const { id } = shown(await directory.keep(place, staff, undefined, form.values), url);
		redirect(303, resolve('/(desk)/desk/directory/[service=id]', { service: id }));
	}
};
