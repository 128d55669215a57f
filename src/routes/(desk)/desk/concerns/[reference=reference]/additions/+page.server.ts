import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'add to a concern';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const concern = shown(await concerns.read(db, staff, params.reference, new Date(), act), url);
	if (!concern.mayAdd) error(404, 'We could not find that');
	return { key: randomUUID(), concern };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.adding);
		if (!form.valid) return fail(422, form);

		shown(await concerns.add(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]', params));
	}
};
