import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Role } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { readForm, readTyped, refused } from '#lib/server/forms.ts';
import * as groups from '#lib/server/groups/index.ts';
import * as pupils from '#lib/server/pupils/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const group = shown(await groups.read(db, staff, params.group), url);
	const theirs = [staff.id, ...group.carers.map(({ id }) => id)];
	const others = (await holdersOf(locals, 'pastoral')).filter(
		({ staffId }) => !theirs.includes(staffId)
	);
	return {
		group,
		self: staff.id,
		others: others.map(({ staffId, name }) => ({ id: staffId, name }))
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		const { staff, db } = signedIn(locals);
		const typed = await readTyped(request);
		return { typed, problems: {}, matches: await pupils.find(db, staff, typed.letters ?? '') };
	},
	put: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, groups.filling);
		if (!form.valid) return fail(422, form);

		const outcome = shown(await groups.putIn(db, staff, params.group, form.values), url);
		if (outcome === 'nobody') return fail(422, refused(form.typed, { whole: chooseWhom }));
		redirect(303, pageOf(params.group));
	},
	take: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const { pupil = '' } = await readTyped(request);
		shown(await groups.takeOut(db, staff, params.group, pupil), url);
		redirect(303, pageOf(params.group));
	},
	give: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, groups.giving);
		if (!form.valid) return fail(422, form);

		const holders = {
			pastoral: idsOf(await holdersOf(locals, 'pastoral')),
			leads: idsOf(await holdersOf(locals, 'lead'))
		};
		const outcome = shown(await groups.give(db, staff, params.group, form.values, holders), url);
		if (outcome === 'not oneself') error(404, 'We could not find that');
		if (outcome === 'not pastoral') return fail(422, refused(form.typed, { person: fromHere }));
		redirect(303, pageOf(params.group));
	},
	back: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, groups.giving);
		if (!form.valid) return fail(422, form);

		const outcome = shown(await groups.takeBack(db, staff, params.group, form.values), url);
		if (outcome === 'not oneself') error(404, 'We could not find that');
		redirect(303, pageOf(params.group));
	}
};

const chooseWhom = 'Choose a year, a form or a pupil';
const fromHere = 'Choose somebody from this page';

const pageOf = (group: string) => resolve('/(desk)/desk/groups/[group=id]', { group });

async function holdersOf(locals: App.Locals, role: Role): Promise<accounts.Holder[]> {
	const { staff, db } = signedIn(locals);
	const { platform } = locals.house;
	return accounts.asCalledHere(
		db,
		await accounts.holdersOf(platform, staff.organisation.id, [role])
	);
}

const idsOf = (holders: accounts.Holder[]): string[] => holders.map(({ staffId }) => staffId);
