import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { ownersFor } from '#lib/server/owners.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { refusedAs } from '../deciding.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'triage a concern';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const concern = shown(await concerns.read(db, staff, params.reference, new Date(), act), url);
	const found = await Promise.all(concern.children.map(({ id }) => cases.caseFor(db, staff, id)));
	return {
		concern,
		mayLookAgain: concerns.mayLookAgain(concern.decisions?.at(-1)),
		openCase: found.find((one) => one?.open)?.reference,
		owners: (await ownersFor(locals.house, staff)).offered
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.triaging(), concerns.triageLists);
		if (!form.valid) return fail(422, form);

		const { ids } = await ownersFor(locals.house, staff);
		const { reference } = params;
		const decided = await cases.lookAgain(db, staff, reference, form.values, new Date(), ids);
		const outcome = shown(decided.outcome, url);
		if (outcome === 'already decided') return fail(409, refused(form.typed, {}));
		const problem = refusedAs(form.typed, outcome);
		if (problem) return fail(422, problem);
		await drafts.forget(db, staff, url.pathname);
		const { caseReference } = decided;
		redirect(
			303,
			caseReference
				? resolve('/(desk)/desk/cases/[reference=reference]', { reference: caseReference })
				: resolve('/(desk)/desk/concerns/[reference=reference]', params)
		);
	}
};
