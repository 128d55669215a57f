import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { bases, answersIn, keyOf, type Finding } from '#lib/server/sharing/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { agreedWith } from '#lib/server/standards/index.ts';
import { contactsOf } from '../../contacts.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'send a referral';
const isReference = /^R(-[0-9A-Z]{4}){2}$/;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	const services = await directory.inReach({ published: locals.house.published, db });
	const repeats = url.searchParams.get('repeats') ?? '';
	const chosen = url.searchParams.getAll('service');
	return {
		key: randomUUID(),
		reference: found.reference,
		pupil: found.pupil,
		contacts: await contactsOf(locals, params.reference),
		services,
		bases: [...bases],
		tries: shown(await referrals.triesOf(db, staff, params.reference), url),
		begins: {
			service: services
				.filter(({ id }) => chosen.includes(id))
				.map(({ id }) => id)
				.join('\n'),
			...(isReference.test(repeats) ? await before(locals, repeats, url) : {})
		}
	};
};

/** What a referral that has ended said, for the one that repeats it. */
async function before(locals: App.Locals, reference: string, url: URL) {
	const { staff, db } = signedIn(locals);
	const found = shown(await referrals.repeat(db, staff, reference), url);
	if (found === 'not ended') return {};
	return { ...referrals.asTyped(found), repeats: reference };
}

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, referrals.sending, ['service']);
		if (!form.valid) return fail(422, form);

		const among = await directory.inReach({ published: locals.house.published, db });
		const services = among.filter(({ id }) => form.values.service.includes(id));
		if (services.length < form.values.service.length)
			return fail(422, refused(form.typed, { service: 'Choose one of these services' }));
		const at = new Date();
		const answered = {
			answers: answersIn(form.typed),
			repeats: form.typed.repeats,
			among,
			agreedWith
		};
		const outcome = shown(
			await referrals.send(db, staff, params.reference, services, form.values, at, answered),
			url
		);
		if ('findings' in outcome)
			return fail(422, { ...refused(form.typed, {}), findings: outcome.findings.map(withKey) });
		await drafts.forget(db, staff, url.pathname);
		redirect(303, resolve('/(desk)/desk/referrals/[reference=reference]', outcome));
	}
};

const withKey = (finding: Finding) => ({ ...finding, key: keyOf(finding) });
