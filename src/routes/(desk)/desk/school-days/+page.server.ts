import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { today as dayOf } from '#lib/server/days.ts';
import { readForm } from '#lib/server/forms.ts';
import * as days from '#lib/server/school-days/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const { calendar, typed, kept } = shown(await days.own(db, staff), url);
	const today = dayOf(new Date());
	return {
		kept,
		typed,
		today: days.isSchoolDay(calendar, today),
		next: days.nextSchoolDay(calendar, today),
		over: days.isOver(calendar, today),
		open: { from: calendar.opensAt, to: calendar.closesAt }
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, days.setting);
		if (!form.valid) return fail(422, form);
		shown(await days.set(db, staff, form.values), url);
		redirect(303, resolve('/(desk)/desk/school-days'));
	}
};
