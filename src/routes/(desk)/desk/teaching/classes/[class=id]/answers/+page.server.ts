import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { today } from '#lib/server/days.ts';
import { readTyped, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../../scheme.ts';
import { dayTyped } from '../../../typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const taught = shown(await teaching.readClass(db, staff, scheme, params.class), url);
	const isOpen = taught.sequences.some(({ after }) => !after);
	return {
		...{ taught: { id: taught.id, year: taught.year, label: taught.label }, key: randomUUID() },
		items: teaching.itemsFor(taught.year).map((item) => ({
			...item,
			fields: teaching.answers.map((answer) => teaching.answerFieldOf(item, answer))
		})),
		typed: { ...dayTyped(today(new Date())), moment: isOpen ? 'after' : 'before' }
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { db, staff } = signedIn(locals);
		const typed = await readTyped(request);
		const outcome = shown(await teaching.tally(db, staff, params.class, typed), url);
		if (outcome !== 'kept') return fail(422, refused(typed, outcome.problems));
		redirect(303, resolve('/(desk)/desk/teaching/classes/[class=id]', params));
	}
};
