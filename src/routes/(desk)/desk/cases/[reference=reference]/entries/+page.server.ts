import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const found = await cases.read(db, staff, params.reference);
	if (!found) error(404, 'We could not find that');
	return { reference: found.reference, pupil: found.pupil, kinds: [...cases.written] };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.noting);
		if (!form.valid) return fail(422, form);

		const outcome = await cases.note(db, staff, params.reference, form.values);
		if (outcome === 'not found') error(404, 'We could not find that');
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]', params));
	}
};
