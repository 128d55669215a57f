import * as concerns from '#lib/server/concerns/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	return { own: await concerns.allLoggedBy(db, staff), prove: toSeeAll(staff, url) };
};
