import { may } from '#lib/server/access/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from './scheme.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	return {
		...shown(await teaching.atDesk(db, staff, scheme), url),
		mayReport: may(staff, 'read the record of teaching'),
		mayReadTold: may(staff, 'read questions told'),
		maySet: may(staff, 'keep what is taught')
	};
};
