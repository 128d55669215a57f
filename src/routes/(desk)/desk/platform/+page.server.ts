import * as health from '#lib/server/health/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	return { platform: shown(await health.look(locals.house, db, staff), url) };
};
