import * as reports from '#lib/server/reports/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, staff } = signedIn(locals);
	return { written: await reports.written(db, staff) };
};
