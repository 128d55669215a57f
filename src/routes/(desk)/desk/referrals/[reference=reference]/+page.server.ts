import { today } from '#lib/server/days.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const referral = shown(await referrals.read(db, staff, params.reference), url);
	return {
		referral,
		today: today(new Date()),
		standing: referrals.standing(referral),
		mayLink: referral.maySend && referral.way !== 'Waymark',
		exits: referral.maySend ? referrals.exitsOf(referral) : [],
		mayRepeat: referral.maySend && referrals.hasEnded(referral)
	};
};
