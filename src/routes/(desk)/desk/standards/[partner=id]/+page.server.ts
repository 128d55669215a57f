import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as standards from '#lib/server/standards/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const partner = await organisations.byId(locals.house.platform, params.partner);
	const shared = shown(await standards.read(db, staff, partner), url);
	const { opens, decides } = referrals.usualWithin;
	const atSchool = staff.organisation.kind === 'school';
	return { key: randomUUID(), ...shared, usual: { opens, decides }, atSchool };
};

export const actions: Actions = {
	propose: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, standards.proposing);
		if (!form.valid) return fail(422, form);
		const partner = shown(await organisations.byId(locals.house.platform, params.partner), url);
		shown(await standards.propose(db, staff, partner, form.values), url);
		redirect(303, resolve('/(desk)/desk/standards/[partner=id]', params));
	},
	answer: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, standards.answering);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await standards.answer(db, staff, params.partner, form.values), url);
		if (outcome === 'not from here')
			return fail(409, refused(form.typed, { answer: 'Somebody else was faster: see below' }));
		redirect(303, resolve('/(desk)/desk/standards/[partner=id]', params));
	}
};
