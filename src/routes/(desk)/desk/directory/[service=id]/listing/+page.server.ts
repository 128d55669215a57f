import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as directory from '#lib/server/directory/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { choicesFor } from '../../choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const place = { published: locals.house.published, db };
	const service = shown(await directory.ownListing(place, staff, params.service), url);
	return { name: service.name, begins: directory.asTyped(service), choices: choicesFor(staff) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, directory.keeping, ['needs', 'audiences']);
		if (!form.valid) return fail(422, form);
		const place = { published: locals.house.published, db };
		shown(await directory.keep(place, staff, params.service, form.values), url);
		redirect(303, resolve('/(desk)/desk/directory/[service=id]', params));
	}
};
