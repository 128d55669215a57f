import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as services from '#lib/server/help-services/index.ts';
import * as questionBox from '#lib/server/question-box/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { lessonCalled, placeOf } from '../../place.ts';
import type { Actions, PageServerLoad } from './$types';

const whoIsTold = ['lead', 'deputy'] as const;

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { staff } = signedIn(locals);
	// Whoever sent a form of this page had the words before them.
	const opened = url.searchParams.has('open') || request.method === 'POST';
	const which = { box: params.box, number: Number(params.question), opened };
	const read = shown(await questionBox.readQuestion(placeOf(locals), staff, which), url);
	return {
		...read,
		lesson: lessonCalled(read.box.lessonId),
		leads: (await leadsOf(locals)).map(({ name }) => name),
		childline: services.serviceById('childline')
	};
};

export const actions: Actions = {
	keep: async ({ locals, params, request, url }) => {
		const form = await readForm(request, questionBox.handling);
		if (!form.valid) return fail(422, form);
		const { staff } = signedIn(locals);
		const leads = (await leadsOf(locals)).map(({ staffId }) => staffId);
		const handled = { ...form.values, leads };
		shown(await questionBox.handle(placeOf(locals), staff, which(params), handled), url);
		redirect(303, resolve('/(desk)/desk/teaching/questions/[box=id]', params));
	},
	tell: async ({ locals, params, request, url }) => {
		const form = await readForm(request, questionBox.telling);
		if (!form.valid) return fail(422, form);
		const { staff } = signedIn(locals);
		const leads = (await leadsOf(locals)).map(({ staffId }) => staffId);
		const told = { ...form.values, leads };
		const outcome = shown(
			await questionBox.tellLead(placeOf(locals), staff, which(params), told),
			url
		);
		if (outcome === 'nobody to tell') return fail(409, refused(form.typed, { note: nobody }));
		redirect(303, `${resolve(here, params)}?open&told`);
	}
};

const here = '/(desk)/desk/teaching/questions/[box=id]/[question=number]';
const nobody = 'Nobody leads safeguarding here yet: go to your head now, and tell them';

const which = ({ box, question }: { box: string; question: string }) => ({
	...{ box, number: Number(question) }
});

/** Who hears of it: the lead and the deputies; where there are none, the head. */
async function leadsOf(locals: App.Locals): Promise<accounts.Holder[]> {
	const { platform } = locals.house;
	const { organisation } = signedIn(locals).staff;
	const leads = await accounts.holdersOf(platform, organisation.id, [...whoIsTold]);
	return leads.length > 0 ? leads : accounts.headsOf(platform, organisation.id);
}
