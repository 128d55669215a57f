import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { readTyped } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	return { taught: shown(await teaching.readClass(db, staff, scheme, params.class), url) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const { id = '' } = await readTyped(request);
		shown(await teaching.takeAskingBack(db, staff, params.class, id), url);
		redirect(303, resolve('/(desk)/desk/teaching/classes/[class=id]', params));
	}
};
