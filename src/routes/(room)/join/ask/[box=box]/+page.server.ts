import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refused } from '#lib/server/forms.ts';
import * as services from '#lib/server/help-services/index.ts';
import * as questionBox from '#lib/server/question-box/index.ts';
import { running } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

// It may have been typed from the board.
const codeOf = ({ box }: { box: string }): string => box.toUpperCase();

export const load: PageServerLoad = async ({ params, url }) => {
	const { house } = await running();
	return {
		key: randomUUID(),
		open: await questionBox.isOpen(house.published, codeOf(params)),
		sent: url.searchParams.has('sent'),
		most: questionBox.mostLetters,
		emergency: services.emergency(),
		childline: services.serviceById('childline')
	};
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const form = await readForm(request, questionBox.asking);
		if (!form.valid) return fail(422, form);
		const { house } = await running();
		const outcome = await questionBox.put(house.published, codeOf(params), form.values);
		if (outcome === 'too many') return fail(429, refused(form.typed, { words: tooMany }));
		if (outcome === 'closed') return fail(409, refused(form.typed, { words: closed }));
		redirect(303, `${resolve('/(room)/join/ask/[box=box]', params)}?sent`);
	}
};

const tooMany =
	'The box has had very many questions in the last hour, and yours is not in it yet. Send it again later, or give it to your teacher on paper';
const closed =
	'The box was closed while you wrote, and your question is not in it. Ask your teacher when there is one again';
