import { error } from '@sveltejs/kit';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const referral = await referrals.readReceived(db, staff, params.reference);
	if (!referral) error(404, 'We could not find that');
	return { referral, decision: referrals.decisionOn(referral) };
};
