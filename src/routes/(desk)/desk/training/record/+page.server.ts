import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as record from '#lib/server/training-record/index.ts';
import * as training from '#lib/server/training/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const modules = training.all();
	const place = { platform: locals.house.platform, db };
	return {
		people: shown(await record.list(place, staff, modules), url),
		modules: modules.map(({ id, title, version, address }) => ({ id, title, version, address }))
	};
};
