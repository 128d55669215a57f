import { today } from '#lib/server/days.ts';
import * as directory from '#lib/server/directory/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const { own, nobodys, others } = await referrals.caseload(db, staff);
	return {
		...{ own, nobodys, others },
		today: today(new Date()),
		listing: await directory.ofOrganisation(locals.house.published, staff.organisation.id)
	};
};
