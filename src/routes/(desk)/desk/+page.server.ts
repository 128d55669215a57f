import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { may } from '#lib/server/access/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import * as exchange from '#lib/server/exchange/index.ts';
import { readForm } from '#lib/server/forms.ts';
import * as notices from '#lib/server/notices/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const sent = await referrals.list(db, staff);
	const unread = await exchange.unread(db, staff);
	return {
		prove: toSeeAll(staff, url),
		mayLog: may(staff, 'log a concern'),
		mayTriage: may(staff, 'list concerns to triage'),
		mayReceive: may(staff, 'list referrals received'),
		own: await concerns.loggedBy(db, staff),
		untriaged: (await concerns.untriaged(db, staff)).slice(0, 6),
		waiting: await referrals.countWaiting(db, staff),
		begun: await drafts.list(db, staff),
		notices: await notices.unseen(db, staff),
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

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, notices.seeing);
		shown(form.valid ? await notices.see(db, staff, form.values.notice) : undefined, url);
		redirect(303, resolve('/(desk)/desk'));
	}
};

async function withSender(
	{ platform }: App.Locals['house'],
	{ senderId, receivedAt }: exchange.Unread
) {
	const sender = await organisations.byId(platform, senderId);
	return { from: sender?.name ?? 'An organisation that is not here any more', receivedAt };
}
