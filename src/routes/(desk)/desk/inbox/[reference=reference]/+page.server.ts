import { resolve } from '$app/paths';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { may } from '#lib/server/access/index.ts';
import { today } from '#lib/server/days.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as standards from '#lib/server/standards/index.ts';
import { teamOf } from '#lib/server/team.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const referral = shown(
		await referrals.readReceived(db, staff, params.reference, new Date(), standards.agreedWith),
		url
	);
	const working = new Set(referral.workers.map(({ id }) => id));
	return {
		referral,
		today: today(new Date()),
		standing: referrals.standingReceived(referral),
		exits: referrals.exitsOfReceived(referral),
		self: staff.id,
		others: (await teamOf(locals)).filter(({ id }) => id !== staff.id && !working.has(id)),
		mayRestrict: may(staff, 'restrict a referral received')
	};
};

const asking = v.object({
	worker: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose somebody'))
});
const why = {
	'not of the team': 'Choose somebody of your team',
	'last worker': 'Only its workers may open this: give it to somebody else first'
};

type Event = RequestEvent<{ reference: string }>;

const back = (params: { reference: string }) =>
	resolve('/(desk)/desk/inbox/[reference=reference]', params);

export const actions: Actions = {
	begin: async ({ locals, params, request, url }: Event) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, asking);
		if (!form.valid) return fail(422, form);
		const team = (await teamOf(locals)).map(({ id }) => id);
		const { worker } = form.values;
		const outcome = shown(await referrals.giveTo(db, staff, params.reference, worker, team), url);
		if (outcome === 'not of the team' || outcome === 'last worker')
			return fail(422, refused(form.typed, { worker: why[outcome] }));
		redirect(303, back(params));
	},
	end: async ({ locals, params, request, url }: Event) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, asking);
		if (!form.valid) return fail(422, form);
		const outcome = shown(
			await referrals.endFor(db, staff, params.reference, form.values.worker),
			url
		);
		if (outcome === 'not of the team' || outcome === 'last worker')
			return fail(422, refused(form.typed, { worker: why[outcome] }));
		redirect(303, back(params));
	}
};
