import * as cases from '#lib/server/cases/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	return {
		cases: await cases.list(db, staff),
		closed: await cases.listClosed(db, staff),
		prove: toSeeAll(staff, url)
	};
};
