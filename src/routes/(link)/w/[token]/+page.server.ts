import { error, fail, redirect } from '@sveltejs/kit';
import { keepLinkSession, linkSessionOf } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as links from '#lib/server/links/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { running } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

const shut = 'This link opens nothing';

export const load: PageServerLoad = async ({ params, cookies }) => {
	const { house } = await running();
	const session = linkSessionOf(cookies, house.config.secure);
	const asked = await links.readAsked(house, { token: params.token, session });
	if (asked === 'not valid') error(404, shut);
	return { asked: asked === 'asks for the code' ? undefined : asked };
};

export const actions: Actions = {
	open: async ({ params, request, cookies, url }) => {
		const form = await readForm(request, links.opening);
		if (!form.valid) return fail(422, form);

		const { house } = await running();
		const outcome = await links.open(house, params.token, form.values, new Date(), 'report');
		if (outcome === 'not valid') error(404, shut);
		if (outcome === 'wrong code')
			return fail(
				422,
				refused(form.typed, {
					code: 'This code does not open the link. Check it, or ask the school to read it to you again'
				})
			);
		keepLinkSession(cookies, house.config.secure, { path: url.pathname, ...outcome });
		redirect(303, url.pathname);
	},
	write: async ({ params, request, cookies, url }) => {
		const form = await readForm(request, reports.writingOutside);
		if (!form.valid) return fail(422, form);

		const { house } = await running();
		const session = linkSessionOf(cookies, house.config.secure);
		const outcome = await links.write(house, { token: params.token, session }, form.values);
		if (outcome === 'not valid') error(404, shut);
		redirect(303, url.pathname);
	}
};
