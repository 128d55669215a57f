import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { readForm, readTyped, refused, type Problems } from '#lib/server/forms.ts';
import * as pupils from '#lib/server/pupils/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'triage a concern';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	return {
		concern: shown(await concerns.read(db, staff, params.reference, new Date(), act), url)
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		const { staff, db } = signedIn(locals);
		const typed = await readTyped(request);
		const matches = await pupils.find(db, staff, typed.letters ?? '');
		return { typed, matches, problems: {} as Problems };
	},
	correct: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, concerns.correcting);
		const matches = await pupils.find(db, staff, form.typed.letters ?? '');
		if (!form.valid) return fail(422, { ...form, matches });

		const corrected = await cases.correct(db, staff, params.reference, form.values);
		const problem = problemOf(shown(corrected, url));
		if (problem) return fail(422, { ...refused(form.typed, problem), matches });
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]', params));
	}
};

function problemOf(outcome: string): Problems | undefined {
	if (outcome === 'no such pupil') return { right: 'Find the child again and choose them' };
	if (outcome === 'not about them') return { wrong: 'It is not about that child any more' };
	if (outcome === 'nobody left') return { right: 'Choose whom it is about instead' };
	return undefined;
}
