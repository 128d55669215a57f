import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm } from '#lib/server/forms.ts';
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
		around: shown(await cases.standingAround(db, staff, params.reference), url),
		begun: {
			abuse: await drafts.of(db, staff, `${url.pathname}?/abuse`),
			substances: await drafts.of(db, staff, `${url.pathname}?/substances`)
		},
		kinds: [...cases.abuseKinds]
	};
};

const back = (params: { reference: string }) =>
	resolve('/(desk)/desk/cases/[reference=reference]', params);

export const actions: Actions = {
	abuse: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.abusePicturing, ['abuseKinds']);
		if (!form.valid) return fail(422, { ...form, which: 'abuse' });

		shown(await cases.pictureAbuse(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, `${url.pathname}?/abuse`);
		redirect(303, back(params));
	},
	substances: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.substancePicturing);
		if (!form.valid) return fail(422, { ...form, which: 'substances' });

		shown(await cases.pictureSubstances(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, `${url.pathname}?/substances`);
		redirect(303, back(params));
	}
};
