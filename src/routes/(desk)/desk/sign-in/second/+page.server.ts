import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { deviceOf, keepDevice, keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { comer } from '#lib/server/signed-in.ts';
import { notProved } from '#lib/server/proving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, stage } = comer(locals);
	if (stage === 'signed in') redirect(303, resolve('/(desk)/desk'));
	const { house } = locals;
	const factors = await accounts.factorsOf(house.platform, staff.accountId);
	const passkey = factors.passkeys > 0 ? await accounts.askForPasskey(house, staff) : undefined;
	return { app: factors.app, passkey };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, setHeaders }) => {
		const { staff, stage } = comer(locals);
		if (stage === 'signed in') redirect(303, resolve('/(desk)/desk'));
		const form = await readForm(request, accounts.proving);
		if (!form.valid) return fail(422, form);

		const door = accounts.doorOf(locals.house);
		const outcome = await accounts.takeSecondStep(
			door,
			staff,
			form.values,
			new Date(),
			deviceOf(cookies, door.secure)
		);
		if (outcome === 'not recognised' || 'wait' in outcome) {
			const { status, problem } = notProved(outcome, setHeaders);
			return fail(status, refused(form.typed, { code: problem }));
		}
		keepSession(cookies, outcome.cookie);
		keepDevice(cookies, door.secure, outcome.device);
		redirect(303, resolve('/(desk)/desk'));
	}
};
