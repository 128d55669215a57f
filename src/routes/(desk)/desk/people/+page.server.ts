import * as people from '#lib/server/people/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	return shown(await people.list({ platform: locals.house.platform, db }, staff), url);
};
