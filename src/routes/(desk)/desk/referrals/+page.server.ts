import { today } from '#lib/server/days.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const sent = await referrals.list(db, staff);
	return {
		prove: toSeeAll(staff, url),
		today: today(new Date()),
		sent: sent.map((referral) => ({
			reference: referral.reference,
			recipientName: referral.recipientName,
			sentAt: referral.sentAt,
			pupil: referral.pupil,
			standing: referrals.standing(referral)
		}))
	};
};
