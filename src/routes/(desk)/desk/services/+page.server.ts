import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as checks from '#lib/server/help-checks/index.ts';
import { ukTime } from '#lib/server/help-services/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const services = shown(await checks.list(placeOf(locals), signedIn(locals).staff), url);
	return {
		key: randomUUID(),
		today: ukTime(new Date()).date,
		services: services.map((each) => ({ ...each, reference: each.id }))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await readForm(request, checks.checking);
		if (!form.valid) return fail(422, form);
		const outcome = shown(
			await checks.record(placeOf(locals), signedIn(locals).staff, form.values),
			url
		);
		if (outcome !== 'recorded') return fail(422, refused(form.typed, problems[outcome]));
		redirect(303, resolve('/(desk)/desk/services'));
	}
};

const problems = {
	'no such service': { service: 'Choose a service from the list' },
	'not yet': { on: 'Enter a day that has come' }
};

const placeOf = (locals: App.Locals): checks.Place => ({
	published: locals.house.published,
	db: signedIn(locals).db
});
