import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const referral = shown(await referrals.readReceived(db, staff, params.reference), url);
	return {
		referral,
		decision: referrals.decisionOn(referral),
		reasons: [...referrals.declineReasons]
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, referrals.answering);
		if (!form.valid) return fail(422, form);

		const outcome = shown(await referrals.answer(db, staff, params.reference, form.values), url);
		if (outcome === 'already answered') return fail(409, refused(form.typed, {}));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/inbox/[reference=reference]', params));
	}
};
