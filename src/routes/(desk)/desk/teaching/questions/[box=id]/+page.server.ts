import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import * as questionBox from '#lib/server/question-box/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { lessonCalled, placeOf } from '../place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff } = signedIn(locals);
	const { box, questions } = shown(
		await questionBox.readBox(placeOf(locals), staff, params.box),
		url
	);
	return { box, lesson: lessonCalled(box.lessonId), questions };
};

export const actions: Actions = {
	default: async ({ locals, params, url }) => {
		const { staff } = signedIn(locals);
		shown(await questionBox.closeBox(placeOf(locals), staff, params.box), url);
		redirect(303, resolve('/(desk)/desk/teaching/questions/[box=id]', params));
	}
};
