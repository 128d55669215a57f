import { may } from '#lib/server/access/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as exchange from '#lib/server/exchange/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const sent = await referrals.list(db, staff);
	const unread = await exchange.unread(db, staff);
	return {
		mayLog: may(staff, 'log a concern'),
		mayTriage: may(staff, 'list concerns to triage'),
		mayReceive: may(staff, 'list referrals received'),
		own: await concerns.loggedBy(db, staff),
		untriaged: (await concerns.untriaged(db, staff)).slice(0, 6),
		waiting: await referrals.countWaiting(db, staff),
		unread: await Promise.all(unread.map((one) => withSender(locals.house, one))),
		sent: sent.map((referral) => ({
			reference: referral.reference,
			recipientName: referral.recipientName,
			sentAt: referral.sentAt,
			pupil: referral.pupil,
			standing: referrals.standing(referral)
		}))
	};
};

async function withSender(
	{ platform }: App.Locals['house'],
	{ senderId, receivedAt }: exchange.Unread
) {
	const sender = await organisations.byId(platform, senderId);
	return { from: sender?.name ?? 'An organisation that is not here any more', receivedAt };
}
