import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import { sendingFrom } from '#lib/server/letters.ts';
import * as links from '#lib/server/links/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const referral = shown(
		await referrals.read(db, staff, params.reference, at, 'send a referral'),
		url
	);
	const link = await links.newestOf(locals.house, staff.organisation.id, referral.id);
	return {
		key: randomUUID(),
		referral,
		mayLink: referral.way !== 'Waymark' && !referrals.isFinal(referrals.standing(referral).place),
		link: link && {
			...{ sentTo: link.sentTo, madeAt: link.madeAt, expiresAt: link.expiresAt },
			...{ openedBy: link.openedBy, openedAt: link.openedAt },
			over: link.endedAt !== null || link.expiresAt <= at
		}
	};
};

export const actions: Actions = {
	send: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, links.linking);
		if (!form.valid) return fail(422, form);

		const { house } = locals;
		const outcome = await links.make(
			...([house, db, staff, params.reference, form.values] as const),
			sendingFrom(house)
		);
		if (outcome === 'not from here') return fail(409, refused(form.typed, {}));
		if (outcome === 'not sent') return fail(502, refused(form.typed, links.notSent));
		return { ...shown(outcome, url), to: form.values.to };
	},
	end: async ({ locals, params, url }) => {
		const { staff, db } = signedIn(locals);
		shown(await links.end(locals.house, db, staff, params.reference), url);
		return { ended: true };
	}
};
