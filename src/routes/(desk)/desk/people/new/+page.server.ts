import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import { givenBy } from '#lib/server/access/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { sendingFrom } from '#lib/server/letters.ts';
import * as people from '#lib/server/people/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ offered: givenBy(signedIn(locals).staff) });

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, people.inviting, ['roles']);
		if (!form.valid) return fail(422, form);

		const { house } = locals;
		const invited = await people.invite(house, db, staff, form.values, sendingFrom(house));
		const outcome = shown(invited, url);
		if (outcome === 'not allowed') error(404, 'We could not find that');
		if (outcome === 'there already') return fail(422, refused(form.typed, { email: isHere }));
		redirect(303, resolve('/(desk)/desk/people'));
	}
};

const isHere = 'Somebody with this address is here already. Change their roles under People';
