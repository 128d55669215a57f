import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import { readForm, refused, type Problems } from '#lib/server/forms.ts';
import { ownersFor } from '#lib/server/owners.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const { action, leads } = shown(await cases.readAction(db, staff, params.action), url);
	return { action, leads, owners: (await ownersFor(locals.house, staff)).offered };
};

export const actions: Actions = {
	end: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.ending());
		if (!form.valid) return fail(422, { ...form, which: 'end' });

		const { ids } = await ownersFor(locals.house, staff);
		const ended = await cases.end(db, staff, params.action, form.values, new Date(), ids);
		const problem = problems[shown(ended, url)];
		if (problem) return fail(422, { ...refused(form.typed, problem), which: 'end' });
		redirect(303, resolve('/(desk)/desk'));
	},
	move: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, cases.moving());
		if (!form.valid) return fail(422, { ...form, which: 'move' });

		const { ids } = await ownersFor(locals.house, staff);
		const moved = await cases.move(db, staff, params.action, form.values, new Date(), ids);
		const problem = problems[shown(moved, url)];
		if (problem) return fail(422, { ...refused(form.typed, problem), which: 'move' });
		redirect(303, resolve('/(desk)/desk'));
	}
};

const problems: Record<string, Problems | undefined> = {
	'needs a next step': {
		does: 'Say what is done next, and by when: an open case always has a next step'
	},
	'not an owner': { owner: 'Choose somebody who may know of this' },
	'ended already': { form: 'Somebody has ended this already' }
};
