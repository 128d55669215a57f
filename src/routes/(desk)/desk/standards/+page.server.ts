import * as organisations from '#lib/server/organisations/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import * as standards from '#lib/server/standards/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, staff } = signedIn(locals);
	const all = await organisations.list(locals.house.platform);
	return { partners: await standards.partners(db, staff, all) };
};
