import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { may, type Staff } from '#lib/server/access/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { daysAfter, today } from '#lib/server/days.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import * as exchange from '#lib/server/exchange/index.ts';
import { readForm } from '#lib/server/forms.ts';
import * as notices from '#lib/server/notices/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn, toSeeAll } from '#lib/server/signed-in.ts';
import { withClocks } from './clocks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const sent = await referrals.list(db, staff);
	const unread = await exchange.unread(db, staff);
	return {
		prove: toSeeAll(staff, url),
		mayLog: may(staff, 'log a concern'),
		mayTriage: may(staff, 'list concerns to triage'),
		mayReceive: may(staff, 'list referrals received'),
		own: await concerns.loggedBy(db, staff),
		untriaged: await withClocks(locals, await concerns.untriaged(db, staff, at, atOnce), at),
		howManyWait: await concerns.countUntriaged(db, staff),
		today: today(at),
		toDo: await toDo(db, staff, at),
		lookAgain: await concerns.watchedUntil(db, staff, today(at)),
		quiet: (await cases.listQuiet(db, staff, new Date(at.getTime() - quietFor))).toReversed(),
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

// Of what waits to be read, what the desk has room for; how many there are stands beside it.
const atOnce = 3;
// What is due until the day after tomorrow is a lead's desk; what is due later is in its case.
const daysAhead = 2;
// Three weeks without a word: long enough for a half-term, too long for a child.
const quietFor = 21 * 24 * 60 * 60_000;

/** What is theirs to do, whenever it is due, and what is due soon of everybody's that they lead. */
async function toDo(db: NonNullable<App.Locals['db']>, staff: Staff, at: Date) {
	const until = daysAfter(today(at), daysAhead);
	const due = await cases.due(db, staff, until);
	// Whoever leads finds the rest in its case; everybody else has it here alone.
	const own = (await cases.ownActions(db, staff)).filter(
		({ dueOn }) => dueOn <= until || !may(staff, 'list cases')
	);
	const others = own.filter(({ id }) => !due.some((one) => one.id === id));
	return [...due, ...others].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

async function withSender(
	{ platform }: App.Locals['house'],
	{ senderId, receivedAt }: exchange.Unread
) {
	const sender = await organisations.byId(platform, senderId);
	return { from: sender?.name ?? 'An organisation that is not here any more', receivedAt };
}
