import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const concern = await concerns.read(db, staff, params.reference);
	if (!concern) error(404, 'We could not find that');
	return { concern, openCase: await cases.openCaseFor(db, staff, concern.pupil.id) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.triaging);
		if (!form.valid) return fail(422, form);

		const { outcome, caseReference } = await cases.triage(db, staff, params.reference, form.values);
		if (outcome === 'not found') error(404, 'We could not find that');
		if (outcome === 'already decided') return fail(409, refused(form.typed, {}));
		if (outcome === 'no open case')
			return fail(422, refused(form.typed, { decision: 'This pupil has no open case: open one' }));
		redirect(303, caseReference ? casePage(caseReference) : concernPage(params.reference));
	}
};

const concernPage = (reference: string) =>
	resolve('/(desk)/desk/concerns/[reference=reference]', { reference });
const casePage = (reference: string) =>
	resolve('/(desk)/desk/cases/[reference=reference]', { reference });
