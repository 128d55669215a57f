import * as concerns from '#lib/server/concerns/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import { withClocks } from '../clocks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	return {
		waiting: await withClocks(locals, await concerns.untriaged(db, staff), new Date()),
		outside: await reports.waiting(db, staff),
		prove: toSeeAll(staff, url)
	};
};
