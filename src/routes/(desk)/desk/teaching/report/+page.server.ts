import { may } from '#lib/server/access/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../scheme.ts';
import { schoolYearAsked } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const asked = schoolYearAsked(url);
	return {
		report: shown(await teaching.report(db, staff, scheme, asked), url),
		school: staff.organisation.name,
		mayTeach: may(staff, 'teach a class')
	};
};
