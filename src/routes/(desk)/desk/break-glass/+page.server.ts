import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { roles } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as mail from '#lib/server/mail/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { staff, db } = signedIn(locals);
		const { platform } = locals.house;
		const form = await readForm(request, restrictions.breaking);
		if (!form.valid) return fail(422, form);

		const leads = await accounts.holdersOf(platform, staff.organisation.id, ['lead']);
		const ids = leads.map(({ staffId }) => staffId);
		const broken = await restrictions.breakGlass(db, staff, find, form.values, ids);
		if (broken.outcome === 'no such record')
			return fail(422, refused(form.typed, { reference: nothingThere }));
		if (broken.outcome === 'broken') await writeTo(locals, broken.told);
		const { record } = shown('record' in broken ? broken : broken.outcome, url);
		redirect(303, pageOf(record));
	}
};

const nothingThere = 'No restricted record has this reference. Check it and try again';

const find: restrictions.Find = async (tx, reference) =>
	(await concerns.find(tx, reference)) ??
	(await cases.find(tx, reference)) ??
	referrals.find(tx, reference);

const pageOf = ({ object, reference }: restrictions.Known) =>
	object === 'concern'
		? resolve('/(desk)/desk/concerns/[reference=reference]', { reference })
		: resolve('/(desk)/desk/cases/[reference=reference]', { reference });

/** Everybody who has been told on their desk is told by letter as well. */
async function writeTo(locals: App.Locals, told: string[]): Promise<void> {
	const { platform } = locals.house;
	const { staff } = signedIn(locals);
	const all = await accounts.holdersOf(platform, staff.organisation.id, roles);
	for (const { staffId, email } of all)
		if (told.includes(staffId))
			await mail.post(platform, { to: email, ...restrictions.asLetter() });
}
