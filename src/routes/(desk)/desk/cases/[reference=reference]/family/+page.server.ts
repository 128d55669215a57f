import * as cases from '#lib/server/cases/index.ts';
import { shown, signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	return {
		reference: params.reference,
		family: shown(await cases.family(db, staff, params.reference), url),
		prove: toSeeAll(staff, url)
	};
};
