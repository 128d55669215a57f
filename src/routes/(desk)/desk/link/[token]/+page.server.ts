import { fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepDevice } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	kind: await accounts.kindOf(accounts.doorOf(locals.house), params.token)
});

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const form = await readForm(request, accounts.choosing);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.chooseByLink(door, params.token, form.values.password);
		if (outcome === 'not valid') return fail(410, refused(form.typed, {}));
		if ('problem' in outcome) return fail(422, refused(form.typed, { password: outcome.problem }));
		keepDevice(cookies, door.secure, outcome.device);
		return { chosen: true };
	}
};
