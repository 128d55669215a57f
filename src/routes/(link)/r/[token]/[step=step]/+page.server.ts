import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import { linkSessionOf } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as links from '#lib/server/links/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { running } from '#lib/server/running.ts';
import { stepPages, type StepPage } from '#lib/steps.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies }) => {
	const { house } = await running();
	const session = linkSessionOf(cookies, house.config.secure);
	const referral = await links.read(house, { token: params.token, session });
	if (referral === 'not valid') error(404, 'This link opens nothing');
	if (referral === 'asks for the code') redirect(303, resolve('/(link)/r/[token]', params));
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
	default: async ({ params, request, cookies }) => {
		const { state } = referrals.stepOptions(stepPages[params.step as StepPage]);
		const form = await readForm(request, referrals.stepping(state, new Date()));
		if (!form.valid) return fail(422, form);

		const { house } = await running();
		const session = linkSessionOf(cookies, house.config.secure);
		const outcome = await links.step(house, { token: params.token, session }, form.values);
		if (outcome === 'not valid' || outcome === 'not found') error(404, 'This link opens nothing');
		if (outcome === 'not from here') return fail(409, refused(form.typed, {}));
		redirect(303, resolve('/(link)/r/[token]', params));
	}
};
