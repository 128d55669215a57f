import { may } from '#lib/server/access/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as record from '#lib/server/training-record/index.ts';
import * as training from '#lib/server/training/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const modules = training.all();
	const standings = shown(await record.own(db, staff, modules), url);
	return {
		mayReadRecord: may(staff, 'read the training record'),
		modules: modules.map(({ id, title, summary, minutes, version, address }) => ({
			...{ id, title, summary, minutes, version, address },
			standing: standings[id] ?? { is: 'not done' as const }
		}))
	};
};
