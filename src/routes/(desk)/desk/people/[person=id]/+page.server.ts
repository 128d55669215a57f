import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/server/access/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as people from '#lib/server/people/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const placeOf = (locals: App.Locals): people.Place => ({
	platform: locals.house.platform,
	db: signedIn(locals).db
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff } = signedIn(locals);
	return {
		person: shown(await people.read(placeOf(locals), staff, params.person), url),
		mayHandOver: may(staff, 'hand over actions')
	};
};

export const actions: Actions = {
	change: async ({ locals, params, request, url }) => {
		const { staff } = signedIn(locals);
		const form = await readForm(request, people.changing, ['roles']);
		if (!form.valid) return fail(422, form);

		const { person } = params;
		const changed = await people.changeRoles(placeOf(locals), staff, person, form.values);
		const problem = problemOf(shown(changed, url));
		if (problem) return fail(422, refused(form.typed, { roles: problem }));
		redirect(303, resolve('/(desk)/desk/people'));
	},
	leave: async ({ locals, params, url }) => {
		const { staff } = signedIn(locals);
		const left = await people.letLeave(placeOf(locals), staff, params.person);
		const problem = problemOf(shown(left, url));
		if (problem) return fail(422, refused({}, { leave: problem }));
		redirect(303, resolve('/(desk)/desk/people'));
	}
};

function problemOf(outcome: string): string | undefined {
	if (outcome === 'not allowed') error(404, 'We could not find that');
	if (outcome === 'last lead')
		return 'They are the only safeguarding lead. Make somebody else lead first';
	if (outcome === 'owns something')
		return 'They still have something to do, or to watch over. A lead hands it over first';
	if (outcome === 'last worker')
		return 'Only they may open a referral that is kept to its workers. Open it to the team first, from the inbox';
	if (outcome === 'changed meanwhile')
		return 'Somebody else changed their roles just now. Look again at what they have';
	return undefined;
}
