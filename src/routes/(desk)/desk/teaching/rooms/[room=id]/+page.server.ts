import { resolve } from '$app/paths';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readForm, refused, type Refused } from '#lib/server/forms.ts';
import { running } from '#lib/server/running.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teachingRooms from '#lib/server/teaching-rooms/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, staff } = signedIn(locals);
	const { hall } = await running();
	const room = shown(await teachingRooms.read(db, hall, staff, params.room), url);
	return { ...room, host: url.host };
};

type Said = Awaited<ReturnType<typeof teachingRooms.ask | typeof teachingRooms.byHands>>;

const whyNot: Partial<Record<Said, string>> = {
	'no such question': 'Choose one of the questions of this lesson',
	'asked before': 'This was asked already, and is not asked for twice',
	'one is open': 'A question is open. Close it first'
};

const back = ({ params }: { params: { room: string } }): never =>
	redirect(303, resolve('/(desk)/desk/teaching/rooms/[room=id]', params));

type Event = RequestEvent<{ room: string }>;

/** Goes back to the console when it was done, or the lesson is over; and says at the top why it was not. */
function answered(event: Event, said: Said) {
	const outcome = shown(said, event.url);
	const why = whyNot[outcome as Said];
	return why ? fail(409, refused({}, { questions: why })) : back(event);
}

/** What is wrong with a tally, by the ids of its fields: each question has fields of the same names. */
function atItsFields({ typed, problems }: Refused): Refused {
	const { question = '' } = typed;
	const named = Object.entries(problems).map(([name, says]) => [
		name.startsWith('count') ? name.replace('count', `hands-${question}-`) : 'questions',
		says
	]);
	return refused(typed, Object.fromEntries(named) as Refused['problems']);
}

export const actions: Actions = {
	ask: async (event) => {
		const { db, staff } = signedIn(event.locals);
		const form = await readForm(event.request, teachingRooms.asking);
		if (!form.valid) return fail(422, refused({}, { questions: 'Choose a question' }));
		const { hall } = await running();
		const { room } = event.params;
		return answered(event, await teachingRooms.ask(db, hall, staff, room, form.values));
	},
	hands: async (event) => {
		const { db, staff } = signedIn(event.locals);
		const form = await readForm(event.request, teachingRooms.counting);
		if (!form.valid) return fail(422, atItsFields(form));
		const { hall } = await running();
		const { room } = event.params;
		return answered(event, await teachingRooms.byHands(db, hall, staff, room, form.values));
	},
	close: async (event) => {
		const { db, staff } = signedIn(event.locals);
		const form = await readForm(event.request, teachingRooms.closing);
		if (!form.valid) return fail(422, refused({}, { questions: 'Open the page again' }));
		const { hall } = await running();
		const { room } = event.params;
		shown(await teachingRooms.close(db, hall, staff, room, form.values), event.url);
		return back(event);
	},
	end: async (event) => {
		const { db, staff } = signedIn(event.locals);
		const form = await readForm(event.request, teachingRooms.ending, ['keep']);
		if (!form.valid) return fail(422, form);
		const { hall } = await running();
		shown(await teachingRooms.end(db, hall, staff, event.params.room, form.values), event.url);
		return back(event);
	}
};
