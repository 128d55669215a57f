import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as people from '#lib/server/people/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const placeOf = ({ house, db }: { house: App.Locals['house']; db: people.Place['db'] }) => ({
	platform: house.platform,
	db
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const place = placeOf({ house: locals.house, db });
	return { person: shown(await people.read(place, staff, params.person), url) };
};

export const actions: Actions = {
	change: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, people.changing, ['roles']);
		if (!form.valid) return fail(422, form);

		const place = placeOf({ house: locals.house, db });
		const changed = await people.changeRoles(place, staff, params.person, form.values);
		const outcome = shown(changed, url);
		if (outcome === 'not allowed') error(404, 'We could not find that');
		if (outcome === 'last lead') return fail(422, refused(form.typed, { roles: lastLead }));
		redirect(303, resolve('/(desk)/desk/people'));
	},
	leave: async ({ locals, params, url }) => {
		const { staff, db } = signedIn(locals);
		const place = placeOf({ house: locals.house, db });
		const outcome = shown(await people.letLeave(place, staff, params.person), url);
		if (outcome === 'not allowed') error(404, 'We could not find that');
		if (outcome === 'last lead') return fail(422, refused({}, { leave: lastLead }));
		redirect(303, resolve('/(desk)/desk/people'));
	}
};

const lastLead = 'They are the only safeguarding lead. Make somebody else lead first';
