import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'triage a concern';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const concern = shown(await concerns.read(db, staff, params.reference, new Date(), act), url);
	return { concern, openCase: await cases.openCaseFor(db, staff, concern.pupil.id) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.triaging);
		if (!form.valid) return fail(422, form);

		const triaged = await cases.triage(db, staff, params.reference, form.values);
		const outcome = shown(triaged.outcome, url);
		const { caseReference } = triaged;
		if (outcome === 'already decided') return fail(409, refused(form.typed, {}));
		if (outcome === 'no open case')
			return fail(422, refused(form.typed, { decision: 'This pupil has no open case: open one' }));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, caseReference ? casePage(caseReference) : concernPage(params.reference));
	}
};

const concernPage = (reference: string) =>
	resolve('/(desk)/desk/concerns/[reference=reference]', { reference });
const casePage = (reference: string) =>
	resolve('/(desk)/desk/cases/[reference=reference]', { reference });
