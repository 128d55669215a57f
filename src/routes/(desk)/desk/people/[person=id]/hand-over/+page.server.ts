import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { ownersFor } from '#lib/server/owners.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const pack = shown(await cases.ownedBy(db, staff, params.person), url);
	const { offered } = await ownersFor(locals.house, staff);
	const owners = offered
		.map(({ id, name }) => ({ id: id || staff.id, name }))
		.filter(({ id }) => id !== params.person);
	return { person: params.person, pack, owners };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.handingOver);
		if (!form.valid) return fail(422, form);

		const { ids } = await ownersFor(locals.house, staff);
		const { person } = params;
		const handed = shown(
			await cases.handOver(db, staff, person, form.values, new Date(), ids),
			url
		);
		if (handed !== 'handed over')
			return fail(
				422,
				refused(form.typed, { owner: 'Choose somebody else who may know of all this' })
			);
		redirect(303, resolve('/(desk)/desk/people/[person=id]/hand-over', params));
	}
};
