import { randomUUID } from 'node:crypto';
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
		key: randomUUID(),
		reference: found.reference,
		pupil: found.pupil,
		around: shown(await cases.standingAround(db, staff, params.reference), url)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.planning());
		if (!form.valid) return fail(422, form);

		const outcome = shown(await cases.plan(db, staff, params.reference, form.values), url);
		if (outcome === 'not reviewed')
			return fail(
				422,
				refused(form.typed, { reviewed: 'Say what the review of the plan before found' })
			);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]', params));
	}
};
