import { error, fail, redirect } from '@sveltejs/kit';
import { keepLinkSession, linkSessionOf } from '#lib/server/cookies.ts';
import { today } from '#lib/server/days.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as links from '#lib/server/links/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { running } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies }) => {
	const { house } = await running();
	const session = linkSessionOf(cookies, house.config.secure);
	const found = await links.read(house, { token: params.token, session });
	if (found === 'not valid') error(404, 'This link opens nothing');
	if (found === 'asks for the code') return { referral: undefined };
	return {
		referral: found,
		today: today(new Date()),
		standing: referrals.standingReceived(found),
		exits: referrals.exitsOfReceived(found)
	};
};

export const actions: Actions = {
	open: async ({ params, request, cookies, url }) => {
		const form = await readForm(request, links.opening);
		if (!form.valid) return fail(422, form);

		const { house } = await running();
		const outcome = await links.open(house, params.token, form.values);
		if (outcome === 'not valid') error(404, 'This link opens nothing');
		if (outcome === 'wrong code')
			return fail(
				422,
				refused(form.typed, {
					code: 'This code does not open the link. Check it, or ask the school to read it to you again'
				})
			);
		keepLinkSession(cookies, house.config.secure, { path: url.pathname, ...outcome });
		redirect(303, url.pathname);
	}
};
