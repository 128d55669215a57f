import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as groups from '#lib/server/groups/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ key: randomUUID() });

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, groups.making);
		if (!form.valid) return fail(422, form);

		const made = shown(await groups.make(db, staff, form.values), url);
		if (made === 'name taken') return fail(422, refused(form.typed, { name: taken }));
		redirect(303, resolve('/(desk)/desk/groups/[group=id]', { group: made.id }));
	}
};

const taken = 'There is a group of this name already. Choose another name';
