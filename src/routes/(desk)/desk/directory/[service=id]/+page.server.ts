import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as directory from '#lib/server/directory/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const place = { published: locals.house.published, db };
	const service = shown(await directory.byId(place, params.service), url);
	return {
		service,
		freshness: directory.freshnessOf(service, new Date()),
		isOwn: (await directory.ownListing(place, staff, params.service)) !== undefined,
		capacities: [...directory.capacities]
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const place = { published: locals.house.published, db };
		const form = await readForm(request, directory.pressing);
		if (!form.valid) return fail(422, form);
		const { pressed, ...stands } = form.values;
		const { service } = params;
		if (pressed === 'confirm') shown(await directory.confirm(place, staff, service), url);
		if (pressed === 'end') shown(await directory.end(place, staff, service), url);
		if (pressed === 'capacity')
			shown(await directory.setCapacity(place, staff, service, stands), url);
		redirect(
			303,
			pressed === 'end'
				? resolve('/(desk)/desk/directory')
				: resolve('/(desk)/desk/directory/[service=id]', { service })
		);
	}
};
