import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { teamOf } from '#lib/server/team.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const kept = shown(await referrals.keptTo(db, staff, params.reference), url);
	return { kept, team: await teamOf(locals) };
};

// The manager may not be able to open it any more: the inbox says what they may.
const back = resolve('/(desk)/desk/inbox');

export const actions: Actions = {
	restrict: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, referrals.keepingToWorkers, ['workers']);
		if (!form.valid) return fail(422, form);
		const team = (await teamOf(locals)).map(({ id }) => id);
		const outcome = shown(
			await referrals.keepToWorkers(db, staff, params.reference, form.values, team),
			url
		);
		if (outcome === 'not of the team')
			return fail(422, refused(form.typed, { workers: 'Choose people from your team' }));
		redirect(303, back);
	},
	open: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, referrals.openingToTeam);
		if (!form.valid) return fail(422, form);
		shown(await referrals.openToTeam(db, staff, params.reference, form.values), url);
		redirect(303, back);
	}
};
