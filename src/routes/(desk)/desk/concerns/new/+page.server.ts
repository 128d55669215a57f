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
	// A form that was sent has looked for its pupils itself.
	const begun = request.method === 'GET' && (await drafts.of(db, staff, url.pathname));
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
		found: await whoIsThere(locals, begun ? begun.fields : {}),
		indicators: [...concerns.indicators],
		few: (await few(locals)).map(({ name }) => name)
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		const typed = await readTyped(request);
		const found = await whoIsThere(locals, typed);
		return { typed, found, problems: {} as Problems, searched: true };
	},
	log: async ({ locals, request, url }) => {
		const { staff, db, house } = { ...signedIn(locals), house: locals.house };
		const form = await readForm(request, concerns.noticing(), concerns.listed);
		if (!form.valid) return fail(422, await withFound(locals, form));

		const leads = await accounts.holdersOf(house.platform, staff.organisation.id, whoTriage);
		const hearers = { few: idsOf(await few(locals)), leads: idsOf(leads) };
		const outcome = await concerns.log(db, staff, form.values, new Date(), hearers);
		if (outcome === 'no such pupil')
			return fail(422, await withFound(locals, refused(form.typed, notFound)));
		await drafts.forget(db, staff, url.pathname);
		// To open it they must first prove who they are: what they need to know is said here and now.
		if (outcome.seenBy) return { typed: {}, found: nobody, problems: {}, kept: outcome };
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]', outcome));
	}
};

const whoTriage = ['lead', 'deputy'] as const;
const idsOf = (holders: accounts.Holder[]): string[] => holders.map(({ staffId }) => staffId);

/** Who would open a concern about an adult, beside its author. */
function few(locals: App.Locals): Promise<accounts.Holder[]> {
	const { staff } = signedIn(locals);
	return accounts.headsOf(locals.house.platform, staff.organisation.id);
}

const notFound: Problems = { pupils: 'Find the child again and choose them' };

type OnThePage = { chosen: pupils.Found[]; matches: pupils.Found[] };
const nobody: OnThePage = { chosen: [], matches: [] };

/** Those whom the form has chosen, and those whom its letters find. */
async function whoIsThere(
	locals: App.Locals,
	typed: Record<string, string | undefined>
): Promise<OnThePage> {
	const { staff, db } = signedIn(locals);
	const letters = typed.letters ?? '';
	const ids = (typed.pupils ?? '').split('\n').filter(Boolean);
	return {
		chosen: await pupils.byIds(db, staff, ids),
		matches: letters ? await pupils.find(db, staff, letters) : []
	};
}

/** The form as it was, with the children that were on the page to choose from. */
const withFound = async (locals: App.Locals, { typed, problems }: Refused) => ({
	...{ typed, problems, searched: Boolean(typed.letters) },
	found: await whoIsThere(locals, typed)
});
