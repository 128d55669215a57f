import { today } from '#lib/server/days.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as standards from '#lib/server/standards/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const referral = shown(
		await referrals.readReceived(db, staff, params.reference, new Date(), standards.agreedWith),
		url
	);
	return {
		referral,
		today: today(new Date()),
		standing: referrals.standingReceived(referral),
		exits: referrals.exitsOfReceived(referral)
	};
};
