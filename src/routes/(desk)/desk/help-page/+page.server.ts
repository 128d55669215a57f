import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import * as pages from '#lib/server/help-pages/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { page } = shown(await pages.own(placeOf(locals), signedIn(locals).staff), url);
	return {
		page,
		address: page && `${url.origin}${resolve('/(help)/info/[code=code]', { code: page.code })}`,
		typed: page ? pages.asTyped(page) : { exit: pages.exitOf() },
		adults: pages.mostAdults,
		services: pages.mostServices
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await readForm(request, pages.keeping);
		if (!form.valid) return fail(422, form);
		shown(await pages.keep(placeOf(locals), signedIn(locals).staff, form.values), url);
		redirect(303, resolve('/(desk)/desk/help-page'));
	}
};

const placeOf = (locals: App.Locals): pages.Place => ({
	published: locals.house.published,
	db: signedIn(locals).db
});
