import { resolve } from '$app/paths';
import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { roomTokenOf } from '#lib/server/cookies.ts';
import { readForm } from '#lib/server/forms.ts';
import * as rooms from '#lib/server/rooms/index.ts';
import { roomBehind } from './finding.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

const figure = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const answering = v.object({ number: figure, choice: figure });

export const load: PageServerLoad = async ({ params, cookies, url }) => {
	const { hall, room, secure } = await roomBehind(params.room);
	const token = roomTokenOf(cookies, secure);
	return {
		moment: room.moment,
		isIn: token !== undefined,
		answered: token !== undefined && rooms.hasAnswered(hall, params.room, token),
		// Said until the class goes on.
		late: url.searchParams.get('late') === String(room.moment.revision),
		still: url.searchParams.has('still')
	};
};

export const actions: Actions = {
	default: async ({ params, cookies, request }) => {
		const { hall, room, secure } = await roomBehind(params.room);
		const token = roomTokenOf(cookies, secure);
		const form = await readForm(request, answering);
		const here = resolve('/(room)/join/[room]', params);
		// Nothing chosen, or the way in missed: the page says what there is to do.
		if (form.valid && token !== undefined) {
			const outcome = await rooms.answer(hall, params.room, form.values, token);
			if (outcome === 'over') error(404, 'This room is closed');
			if (outcome === 'closed') redirect(303, `${here}?late=${room.moment.revision}`);
		}
		redirect(303, here);
	}
};
