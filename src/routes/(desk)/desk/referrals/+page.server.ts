import { today } from '#lib/server/days.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const sent = await referrals.list(db, staff);
	const byCase = Map.groupBy(sent, ({ caseReference }) => caseReference);
	const loudly = (reference: string) => referrals.triesAmong(byCase.get(reference) ?? []).loudly;
	return {
		prove: toSeeAll(staff, url),
		today: today(new Date()),
		sent: sent.map((referral) => ({
			reference: referral.reference,
			recipientName: referral.recipientName,
			sentAt: referral.sentAt,
			pupil: referral.pupil,
			loudly: loudly(referral.caseReference),
			standing: referrals.standing(referral)
		}))
	};
};
