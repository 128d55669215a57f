import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { answersIn, withKey } from '#lib/server/sharing/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { agreedWith } from '#lib/server/standards/index.ts';
import { stepPages, type StepPage } from '#lib/steps.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const referral = shown(
		await referrals.read(db, staff, params.reference, at, 'send a referral'),
		url
	);
	const step = params.step as StepPage;
	return {
		key: randomUUID(),
		referral,
		step,
		...referrals.stepOptions(stepPages[step]),
		open: referrals.exitsOf(referral).includes(stepPages[step]),
		standing: referrals.standing(referral)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const { state, heard } = referrals.stepOptions(stepPages[params.step as StepPage]);
		const form = await readForm(request, referrals.stepping(state, new Date(), heard));
		if (!form.valid) return fail(422, form);

		const outcome = shown(
			await referrals.stepSent(
				...([db, staff, params.reference, form.values, new Date(), agreedWith] as const),
				answersIn(form.typed)
			),
			url
		);
		if (typeof outcome === 'object')
			return fail(422, { ...refused(form.typed, {}), findings: outcome.findings.map(withKey) });
		if (outcome === 'not from here') return fail(409, refused(form.typed, {}));
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/referrals/[reference=reference]', params));
	}
};
