import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { readForm, refused } from '#lib/server/forms.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { running } from '#lib/server/running.ts';
import { whyNot } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

const joining = v.object({
	words: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Type the three words that are on the screen'),
		v.maxLength(80, 'That is more than a few words')
	)
});

export const load: PageServerLoad = () => ({});

export const actions: Actions = {
	default: async ({ request }) => {
		const form = await readForm(request, joining);
		if (!form.valid) return fail(422, form);
		const { hall } = await running();
		const entered = rooms.enter(hall, form.values.words);
		if ('door' in entered) redirect(303, resolve('/(room)/join/[room]/in', { room: entered.door }));
		return fail(422, refused(form.typed, { words: whyNot(entered) }));
	}
};
