import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { contactsOf } from '../../contacts.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'send a referral';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	return {
		key: randomUUID(),
		reference: found.reference,
		pupil: found.pupil,
		contacts: await contactsOf(locals, params.reference),
		services: await directory.inReach({ published: locals.house.published, db })
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, referrals.sending);
		if (!form.valid) return fail(422, form);

		const service = await directory.byId(
			{ published: locals.house.published, db },
			form.values.service
		);
		if (!service)
			return fail(422, refused(form.typed, { service: 'Choose one of these services' }));
		const outcome = shown(
			await referrals.send(db, staff, params.reference, service, form.values),
			url
		);
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/referrals/[reference=reference]', outcome));
	}
};
