import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { age } from '#lib/components/age.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { checkTyped, readTyped, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { answersIn, bases, withKey } from '#lib/server/sharing/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { agreedWith } from '#lib/server/standards/index.ts';
import { beginsWith } from './begins.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'send a referral';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const found = shown(await cases.read(db, staff, params.reference, at, act), url);
	const services = await directory.inReach({ published: locals.house.published, db });
	return {
		key: randomUUID(),
		reference: found.reference,
		pupil: found.pupil,
		services: services.map((one) => ({ ...one, layout: referrals.layoutFor('own', one).id })),
		layouts: referrals.layouts.map((layout) => ({
			...layout,
			notForAge: referrals.notForAge(layout, age(found.pupil.bornOn, at))
		})),
		known: [...referrals.knownFields],
		always: [...referrals.alwaysAsked] as string[],
		criteria: [...referrals.maracCriteria],
		bases: [...bases],
		tries: shown(await referrals.triesOf(db, staff, params.reference), url),
		...(await beginsWith(locals, found, services, url))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const typed = await readTyped(request);
		const among = await directory.inReach({ published: locals.house.published, db });
		const chosen = (typed.service ?? '').split('\n').filter(Boolean);
		const services = among.filter(({ id }) => chosen.includes(id));
		if (services.length < chosen.length)
			return fail(422, refused(typed, { service: 'Choose one of these services' }));
		if (typed.show) return showing(typed, services);

		const form = checkTyped(typed, referrals.sending);
		if (!form.valid) return fail(422, form);
		if (isAskedMore(typed, services)) return fail(422, refused(typed, askedMore));
		const answered = {
			answers: answersIn(typed),
			repeats: typed.repeats,
			among,
			agreedWith
		};
		const at = new Date();
		const outcome = shown(
			await referrals.send(db, staff, params.reference, services, form.values, at, answered),
			url
		);
		if ('problems' in outcome) return fail(422, refused(typed, outcome.problems));
		if ('findings' in outcome)
			return fail(422, { ...refused(typed, {}), findings: outcome.findings.map(withKey) });
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/referrals/[reference=reference]', outcome));
	}
};

type Typed = Record<string, string>;

/** What the chosen services ask, with all that was typed until now. Nothing is sent. */
const showing = (typed: Typed, services: readonly directory.Listed[]) =>
	services.length > 0
		? refused(typed, {})
		: fail(422, refused(typed, { service: 'Choose a service' }));

const askedMore = {
	service: 'What these services ask is now further down. Look through it, and send it then'
};

/** Whether a layout is asked for of which the form did not show what it asks. */
function isAskedMore({ layout = 'own', shown: were = '' }: Typed, services: directory.Listed[]) {
	const asked = services.map((one) => referrals.layoutFor(layout, one).id);
	return asked.some((id) => !were.split(' ').includes(id));
}
