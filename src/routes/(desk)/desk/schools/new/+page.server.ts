import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const all = await organisations.list(locals.house.platform);
	const schools = all.filter(({ kind }) => kind === 'school');
	return { key: randomUUID(), schools: schools.map(({ id, name }) => ({ id, name })) };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, reports.writingTo);
		if (!form.valid) return fail(422, form);
		const { school: id, ...says } = form.values;
		const school = await organisations.byId(locals.house.platform, id);
		if (school?.kind !== 'school')
			return fail(422, refused(form.typed, { school: 'Choose one of these schools' }));
		shown(await reports.send(db, staff, school, says), url);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/schools'));
	}
};
