import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import { running } from '#lib/server/running.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teachingRooms from '#lib/server/teaching-rooms/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const { hall } = await running();
	const own = shown(await teachingRooms.own(db, hall, staff, lessons.all()), url);
	return { ...own, key: randomUUID(), chosen: url.searchParams.get('lesson') ?? '' };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { db, staff } = signedIn(locals);
		const form = await readForm(request, teachingRooms.opening);
		if (!form.valid) return fail(422, form);
		const lesson = lessons.byAddress(form.values.lesson);
		if (!lesson) return fail(422, refused(form.typed, { lesson: 'Choose a lesson' }));
		const { hall } = await running();
		const outcome = shown(await teachingRooms.open(db, hall, staff, lesson, form.values), url);
		if (outcome !== 'opened') return fail(422, refused(form.typed, { lesson: outcome.why }));
		redirect(303, resolve('/(desk)/desk/teaching/rooms/[room=id]', { room: form.values.key }));
	}
};
