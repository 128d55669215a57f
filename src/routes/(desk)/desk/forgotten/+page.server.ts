import { fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { aside } from '#lib/server/aside.ts';
import { readForm } from '#lib/server/forms.ts';
import { sendingFrom } from '#lib/server/letters.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await readForm(request, accounts.forgetting);
		if (!form.valid) return fail(422, form);

		const { house } = locals;
		await aside('a forgotten password')(() =>
			accounts.askForReset(accounts.doorOf(house), form.values.email, sendingFrom(house))
		);
		return { asked: true };
	}
};
