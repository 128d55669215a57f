import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm } from '#lib/server/forms.ts';
import * as sharing from '#lib/server/sharing/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const act = 'send a referral';
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	return { key: randomUUID(), reference: found.reference, pupil: found.pupil };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, sharing.keepingBack);
		if (!form.valid) return fail(422, form);

		shown(await sharing.keepBack(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]', params));
	}
};
