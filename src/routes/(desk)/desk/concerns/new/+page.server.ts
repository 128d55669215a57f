import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, readTyped, refused, type Problems, type Refused } from '#lib/server/forms.ts';
import * as pupils from '#lib/server/pupils/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { staff, db } = signedIn(locals);
	// A form that was sent has looked for its pupil itself.
	const begun = request.method === 'GET' && (await drafts.of(db, staff, url.pathname));
	const letters = begun ? begun.fields.letters : undefined;
	const [noticedDay = '', noticedMonth = '', noticedYear = ''] = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/London',
		day: 'numeric',
		month: 'numeric',
		year: 'numeric'
	})
		.format()
		.split('/');
	return {
		key: randomUUID(),
		today: { noticedDay, noticedMonth, noticedYear },
		matches: letters ? await pupils.find(db, staff, letters) : [],
		few: (await few(locals)).map(({ name }) => name)
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		const { staff, db } = signedIn(locals);
		const typed = await readTyped(request);
		const matches = await pupils.find(db, staff, typed.letters ?? '');
		return { typed, matches, problems: {} as Problems, searched: true };
	},
	log: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.noticing());
		if (!form.valid) return fail(422, await withMatches(locals, form));

		const ids = (await few(locals)).map(({ staffId }) => staffId);
		const outcome = await concerns.log(db, staff, form.values, new Date(), ids);
		if (outcome === 'no such pupil')
			return fail(422, await withMatches(locals, refused(form.typed, notFound)));
		await drafts.forget(db, staff, url.pathname);
		// To open it they must first prove who they are: what they need to know is said here and now.
		if (outcome.seenBy) return { typed: {}, matches: [], problems: {}, kept: outcome };
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]', outcome));
	}
};

/** Who would open a concern about an adult, beside its author. */
function few(locals: App.Locals): Promise<accounts.Holder[]> {
	const { staff } = signedIn(locals);
	return accounts.headsOf(locals.house.platform, staff.organisation.id);
}

const notFound: Problems = { pupil: 'Find the pupil again and choose them' };

/** The form as it was, with the pupils that were on the page to choose from. */
async function withMatches(locals: App.Locals, { typed, problems }: Refused) {
	const { staff, db } = signedIn(locals);
	const letters = typed.letters ?? '';
	const matches = letters ? await pupils.find(db, staff, letters) : [];
	return { typed, problems, matches, searched: letters !== '' };
}
