import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.staff) redirect(303, resolve('/(desk)/desk'));
};

export const actions: Actions = {
	default: async ({ locals, request, cookies }) => {
		const form = await readForm(request, accounts.signingIn);
		if (!form.valid) return fail(422, form);

		const { platform, config, lease } = locals.house;
		const cookie = await accounts.signIn({ platform, secure: config.secure, lease }, form.values);
		if (cookie === 'not recognised')
			return fail(
				422,
				refused(form.typed, {
					email: 'We do not recognise that address and password together. Check both and try again'
				})
			);
		cookies.set(cookie.name, cookie.value, { ...cookie.attributes, path: '/desk' });
		redirect(303, resolve('/(desk)/desk'));
	}
};
