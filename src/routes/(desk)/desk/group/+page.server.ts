import * as concerns from '#lib/server/concerns/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	return { concerns: await concerns.ofGroups(db, staff) };
};
