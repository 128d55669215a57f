import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import * as questionBox from '#lib/server/question-box/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { lessonCalled, placeOf } from './place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const boxes = shown(await questionBox.listBoxes(placeOf(locals), signedIn(locals).staff), url);
	return {
		key: randomUUID(),
		chosen: url.searchParams.get('lesson') ?? '',
		boxes: boxes.map((box) => ({
			...{ ...box, reference: box.id },
			lesson: lessonCalled(box.lessonId)
		})),
		years: [...questionBox.yearsToChoose],
		lessons: lessons.all().map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await readForm(request, questionBox.opening);
		if (!form.valid) return fail(422, form);
		const { key, label, lesson } = form.values;
		const wrong = label && (await teaching.wrongLabelHere(signedIn(locals).db, label));
		if (wrong) return fail(422, refused(form.typed, { label: wrong }));
		const opening = {
			...{ key, className: questionBox.classIn(form.values) },
			lessonId: lessons.byId(lesson)?.id ?? ''
		};
		const { staff } = signedIn(locals);
		const { id: box } = shown(await questionBox.openBox(placeOf(locals), staff, opening), url);
		redirect(303, resolve('/(desk)/desk/teaching/questions/[box=id]', { box }));
	}
};
