import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import { sendingFrom } from '#lib/server/letters.ts';
import * as links from '#lib/server/links/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff } = signedIn(locals);
	return { key: randomUUID(), asked: await links.asked(locals.house, staff) };
};

const ending = v.object({ reference: v.optional(v.string(), '') });

export const actions: Actions = {
	send: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, links.linking);
		if (!form.valid) return fail(422, form);

		const { house } = locals;
		const outcome = await links.ask(house, db, staff, form.values, sendingFrom(house));
		if (outcome === 'not sent') return fail(502, refused(form.typed, links.notSent));
		return { ...shown(outcome, url), to: form.values.to };
	},
	end: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, ending);
		if (!form.valid) return fail(422, form);
		shown(await links.endAsked(locals.house, db, staff, form.values.reference), url);
		redirect(303, resolve('/(desk)/desk/reports-in/asking'));
	}
};
