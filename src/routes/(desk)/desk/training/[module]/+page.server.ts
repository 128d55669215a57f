import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as record from '#lib/server/training-record/index.ts';
import * as training from '#lib/server/training/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const module = shown(training.byAddress(params.module), url);
	const modules = training.all();
	const standings = shown(await record.own(db, staff, modules), url);
	return {
		module,
		standing: standings[module.id] ?? { is: 'not done' as const },
		isJustDone: url.searchParams.has('done') && standings[module.id]?.is === 'done',
		next: modules.find(({ id }) => standings[id]?.is !== 'done'),
		fields: module.check.map((_, at) => record.fieldOf(at))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const module = shown(training.byAddress(params.module), url);
		const form = await readForm(request, record.answering);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await record.complete(db, staff, module, form.values), url);
		// What was chosen among other words says nothing about these.
		if (outcome === 'changed meanwhile') return fail(409, refused({}, { check: changed }));
		if (outcome !== 'done') return fail(422, refused(form.typed, outcome.replies));
		redirect(303, `${resolve('/(desk)/desk/training/[module]', params)}?done`);
	}
};

const changed = 'This module changed while you had it open. Read it again, and then answer';
