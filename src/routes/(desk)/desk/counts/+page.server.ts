import * as counts from '#lib/server/counts/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const seen = shown(await counts.see(db, staff, new Date(), locals.house.published), url);
	return { ...seen, ofHelp: staff.organisation.kind === 'partnership' };
};
