import { may } from '#lib/server/access/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const sent = await referrals.list(db, staff);
	return {
		mayLog: may(staff, 'log a concern'),
		mayTriage: may(staff, 'list concerns to triage'),
		mayReceive: may(staff, 'list referrals received'),
		own: await concerns.loggedBy(db, staff),
		untriaged: (await concerns.untriaged(db, staff)).slice(0, 6),
		waiting: await referrals.countWaiting(db, staff),
		sent: sent.map((referral) => ({
			reference: referral.reference,
			recipientName: referral.recipientName,
			sentAt: referral.sentAt,
			pupil: referral.pupil,
			standing: referrals.standing(referral)
		}))
	};
};
