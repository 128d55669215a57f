import * as cases from '#lib/server/cases/index.ts';
import { readTyped } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import { contactsOf } from './contacts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	return {
		case: shown(await cases.read(db, staff, params.reference), url),
		around: shown(await cases.standingAround(db, staff, params.reference), url),
		tries: shown(await referrals.triesOf(db, staff, params.reference), url),
		contacts: await contactsOf(locals, params.reference),
		prove: toSeeAll(staff, url),
		kind: url.searchParams.get('kind') ?? ''
	};
};

export const actions: Actions = {
	// The words that are looked for stay out of the address; the page is read again, and that is written down.
	default: async ({ request }) => ({ words: (await readTyped(request)).words ?? '' })
};
