import { resolve } from '$app/paths';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Staff, Stage } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession } from '#lib/server/cookies.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readForm, readTyped, refused } from '#lib/server/forms.ts';
import { notProved } from '#lib/server/proving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.comer && mayHide.includes(locals.comer.stage)) redirect(303, resolve('/(desk)/desk'));
	return { mayComeBack: locals.comer?.stage === 'away' };
};

export const actions: Actions = {
	hide: async (event) => {
		const { comer } = event.locals;
		if (comer && mayHide.includes(comer.stage)) await hide(event, comer.staff);
		redirect(303, resolve('/(desk)/desk/away'));
	},
	back: async ({ locals, request, cookies, setHeaders }) => {
		const { comer, house } = locals;
		if (comer?.stage !== 'away') redirect(303, resolve('/(desk)/desk'));
		const form = await readForm(request, accounts.comingBack);
		if (!form.valid) return fail(422, form);

		const outcome = await accounts.comeBack(accounts.doorOf(house), comer.staff, form.values);
		if (outcome === 'not recognised' || 'wait' in outcome) {
			const { status, problem } = notProved(outcome, setHeaders, 'That is not the password');
			return fail(status, refused(form.typed, { password: problem }));
		}
		keepSession(cookies, outcome.cookie);
		redirect(303, resolve('/(desk)/desk'));
	}
};

// Somebody who is only enrolling has a secret on their page; a half session has nothing to hide.
const mayHide: Stage[] = ['signed in', 'enrolling'];

/** Puts the desk away first, and then keeps what was typed in the form that was open on it. */
async function hide({ locals, request, url }: RequestEvent, staff: Staff): Promise<void> {
	const typed = await readTyped(request);
	try {
		await accounts.putAway(accounts.doorOf(locals.house), staff);
	} finally {
		const form = url.searchParams.get('form');
		if (form && locals.db) await drafts.keep(locals.db, staff, form, typed);
	}
}
