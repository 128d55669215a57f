import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { notProved } from '#lib/server/proving.ts';
import { backTo, comer } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff } = comer(locals);
	const { house } = locals;
	const factors = await accounts.factorsOf(house.platform, staff.accountId);
	const passkey = factors.passkeys > 0 ? await accounts.askForPasskey(house, staff) : undefined;
	return { factor: accounts.hasOne(factors), app: factors.app, passkey };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, url, setHeaders }) => {
		const { staff } = comer(locals);
		const form = await readForm(request, accounts.steppingUp);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.stepUp(door, staff, form.values);
		if (outcome === 'not recognised' || 'wait' in outcome) {
			const { status, problem } = notProved(outcome, setHeaders);
			const factors = await accounts.factorsOf(door.platform, staff.accountId);
			const field = accounts.hasOne(factors) ? 'code' : 'password';
			return fail(status, refused(form.typed, { [field]: problem }));
		}
		keepSession(cookies, outcome.cookie);
		redirect(303, backTo(url));
	}
};
