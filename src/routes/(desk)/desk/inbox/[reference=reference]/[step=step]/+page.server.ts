import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as standards from '#lib/server/standards/index.ts';
import { stepPages, type StepPage } from '#lib/steps.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const referral = shown(await referrals.readReceived(db, staff, params.reference), url);
	const step = params.step as StepPage;
	return {
		key: randomUUID(),
		referral,
		step,
		...referrals.stepOptions(stepPages[step]),
		heard: false,
		open: referrals.exitsOfReceived(referral).includes(stepPages[step]),
		standing: referrals.standingReceived(referral)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const { state } = referrals.stepOptions(stepPages[params.step as StepPage]);
		const form = await readForm(request, referrals.stepping(state, new Date()));
		if (!form.valid) return fail(422, form);

		const outcome = shown(
			await referrals.stepReceived(
				db,
				staff,
				params.reference,
				form.values,
				new Date(),
				standards.agreedWith
			),
			url
		);
		if (outcome === 'not from here') return fail(409, refused(form.typed, {}));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/inbox/[reference=reference]', params));
	}
};
