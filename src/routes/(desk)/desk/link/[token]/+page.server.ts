import { fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	kind: await accounts.kindOf(accounts.doorOf(locals.house), params.token)
});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request, accounts.choosing);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.chooseByLink(door, params.token, form.values.password);
		if (outcome === 'not valid') return fail(410, refused(form.typed, {}));
		if (outcome !== 'chosen') return fail(422, refused(form.typed, { password: outcome.problem }));
		return { chosen: true };
	}
};
