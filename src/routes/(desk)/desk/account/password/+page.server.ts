import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepDevice, keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import { tooMany } from '#lib/server/waiting.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, request, cookies, setHeaders }) => {
		const { staff } = signedIn(locals);
		const form = await readForm(request, accounts.changing);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.changePassword(door, staff, form.values);
		if (outcome === 'not recognised')
			return fail(422, refused(form.typed, { present: 'That is not your present password' }));
		if ('wait' in outcome) {
			const { says, retryAfter } = tooMany(outcome.wait);
			setHeaders({ 'retry-after': retryAfter });
			return fail(429, refused(form.typed, { present: says }));
		}
		if ('problem' in outcome) return fail(422, refused(form.typed, { password: outcome.problem }));
		keepSession(cookies, outcome.cookie);
		keepDevice(cookies, door.secure, outcome.device);
		redirect(303, resolve('/(desk)/desk/account'));
	}
};
