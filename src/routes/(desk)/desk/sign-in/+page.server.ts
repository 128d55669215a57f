import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { aside } from '#lib/server/aside.ts';
import { deviceOf, keepDevice, keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { tooMany } from '#lib/server/waiting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.comer) redirect(303, resolve('/(desk)/desk'));
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, setHeaders }) => {
		const form = await readForm(request, accounts.signingIn);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.signIn(door, form.values, {
			cookieHeader: request.headers.get('cookie'),
			device: deviceOf(cookies, door.secure),
			aside: aside('signing in')
		});
		if (outcome === 'not recognised')
			return fail(
				422,
				refused(form.typed, {
					email: 'We do not recognise that address and password together. Check both and try again'
				})
			);
		if ('wait' in outcome) {
			const { says, retryAfter } = tooMany(outcome.wait);
			setHeaders({ 'retry-after': retryAfter });
			return fail(429, refused(form.typed, { password: says }));
		}
		keepSession(cookies, outcome.cookie);
		if (outcome.device) keepDevice(cookies, door.secure, outcome.device);
		redirect(303, resolve('/(desk)/desk'));
	}
};
