import { fail } from '@sveltejs/kit';
import { indicators } from '#lib/server/concerns/index.ts';
import { readForm } from '#lib/server/forms.ts';
import * as ledger from '#lib/server/ledger/index.ts';
import * as search from '#lib/server/search/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	await ledger.mustBeWritable(db, staff);
	return { indicators, prove: toSeeAll(staff, url), most: search.most };
};

export const actions: Actions = {
	// Sent, and never in an address: what somebody looks for is nobody else's affair.
	default: async ({ locals, request }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, search.searching);
		if (!form.valid) return fail(422, form);
		return { typed: form.typed, found: await search.search(db, staff, form.values) };
	}
};
