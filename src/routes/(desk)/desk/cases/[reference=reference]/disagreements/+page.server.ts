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
		around: shown(await cases.standingAround(db, staff, params.reference), url),
		endings: [...cases.disagreementEndings]
	};
};

const back = (params: { reference: string }) =>
	resolve('/(desk)/desk/cases/[reference=reference]', params);
const over = { form: 'This is over already' };

export const actions: Actions = {
	disagree: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.disagreeing());
		if (!form.valid) return fail(422, { ...form, which: 'disagree' });

		shown(await cases.disagree(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, back(params));
	},
	climb: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.climbing());
		if (!form.valid) return fail(422, { ...form, which: 'climb' });

		const outcome = shown(await cases.climb(db, staff, params.reference, form.values), url);
		if (outcome === 'ended already')
			return fail(409, { ...refused(form.typed, over), which: 'climb' });
		redirect(303, back(params));
	},
	settle: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.settling);
		if (!form.valid) return fail(422, { ...form, which: 'settle' });

		const outcome = shown(await cases.settle(db, staff, params.reference, form.values), url);
		if (outcome === 'ended already')
			return fail(409, { ...refused(form.typed, over), which: 'settle' });
		redirect(303, back(params));
	}
};
