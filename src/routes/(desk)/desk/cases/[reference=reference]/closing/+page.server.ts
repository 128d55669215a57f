import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'add to a case';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	return {
		reference: found.reference,
		pupil: found.pupil,
		closed: found.closed !== null,
		toDo: found.actions,
		outcomes: [...cases.outcomes],
		voices: [...cases.voices]
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.closing);
		if (!form.valid) return fail(422, form);

		const outcome = shown(await cases.close(db, staff, params.reference, form.values), url);
		if (outcome === 'actions open')
			return fail(422, refused(form.typed, { endRest: 'Say that what is still to be done ends' }));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]', params));
	}
};
