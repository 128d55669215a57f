import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as contacts from '#lib/server/contacts/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, readTyped } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await contacts.read(db, staff, params.reference), url);
	return { ...found, key: randomUUID() };
};

export const actions: Actions = {
	keep: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, contacts.keeping);
		if (!form.valid) return fail(422, form);

		shown(await contacts.keep(db, staff, params.reference, form.values), url);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/cases/[reference=reference]/contacts', params));
	},
	// Which one is in the form and not in the address: an address stays in a browser's history.
	edit: async ({ request }) => {
		const { contact = '' } = await readTyped(request);
		return { typed: { contact }, problems: {} };
	}
};
