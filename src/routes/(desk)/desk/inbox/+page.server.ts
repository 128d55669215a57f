import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const received = await referrals.listReceived(db, staff);
	return {
		kept: await referrals.keptReferrals(db, staff),
		received: received.map((referral) => ({
			reference: referral.reference,
			senderName: referral.senderName,
			childName: referral.childName,
			childYear: referral.childYear,
			receivedAt: referral.receivedAt,
			standing: referrals.standingReceived(referral),
			isUndecided: referrals.isUndecided(referral)
		}))
	};
};
