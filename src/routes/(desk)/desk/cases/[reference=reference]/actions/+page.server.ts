import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { ownersFor } from '#lib/server/owners.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { stepping } from '#lib/server/steps.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'add to a case';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	return {
		key: randomUUID(),
		reference: found.reference,
		pupil: found.pupil,
		owners: (await ownersFor(locals.house, staff)).offered
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, stepping());
		if (!form.valid) return fail(422, form);

		const { ids } = await ownersFor(locals.house, staff);
		const { reference } = params;
		const outcome = shown(await cases.act(db, staff, reference, form.values, new Date(), ids), url);
		if (outcome === 'not an owner')
			return fail(422, refused(form.typed, { owner: 'Choose somebody who may know of this' }));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]', params));
	}
};
