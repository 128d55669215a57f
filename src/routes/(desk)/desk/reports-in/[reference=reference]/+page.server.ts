import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as links from '#lib/server/links/index.ts';
import * as pupils from '#lib/server/pupils/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const report = shown(await reports.read(db, staff, params.reference), url);
	const found = report.decided ? [] : await pupils.find(db, staff, report.childName);
	const link = report.senderId
		? undefined
		: await links.newestOf(locals.house, staff.organisation.id, report.id);
	return { report, found, sentTo: link?.sentTo };
};

const faster = { pupil: 'Somebody else has decided on this meanwhile' };

export const actions: Actions = {
	find: async ({ locals, request }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, reports.finding);
		if (!form.valid) return fail(422, { ...form, found: [] });
		return { typed: form.typed, found: await pupils.find(db, staff, form.values.letters) };
	},
	take: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, reports.taking);
		if (!form.valid) return fail(422, form);
		const taken = shown(await reports.takeIn(db, staff, params.reference, form.values.pupil), url);
		if (taken === 'not from here') return fail(409, refused(form.typed, faster));
		if (taken === 'no such pupil')
			return fail(422, refused(form.typed, { pupil: 'Choose who it is about' }));
		const to = { reference: taken.concern };
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]/triage', to));
	},
	away: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, reports.turning);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await reports.turnAway(db, staff, params.reference, form.values), url);
		if (outcome === 'not from here') return fail(409, refused(form.typed, { says: faster.pupil }));
		redirect(303, resolve('/(desk)/desk/concerns'));
	}
};
