import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession, keysOf, switchKeys } from '#lib/server/cookies.ts';
import { readForm, readTyped } from '#lib/server/forms.ts';
import * as notices from '#lib/server/notices/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const { staff } = signedIn(locals);
	const { house } = locals;
	const places = await accounts.placesOf(house.platform, staff.accountId);
	const elsewhere = places.filter(({ organisationId }) => organisationId !== staff.organisation.id);
	const named = elsewhere.map(({ organisationId }) =>
		organisations.byId(house.platform, organisationId)
	);
	return {
		keys: keysOf(cookies, accounts.doorOf(house).secure),
		sessions: await accounts.ownSessions(accounts.doorOf(house), staff),
		places: (await Promise.all(named)).flatMap((place) => place ?? []),
		notices: await notices.settingOf(signedIn(locals).db, staff),
		factors: await accounts.factorsOf(house.platform, staff.accountId)
	};
};

const here = () => resolve('/(desk)/desk/account');

export const actions: Actions = {
	end: async ({ locals, request, url }) => {
		const { staff } = signedIn(locals);
		const { begun = '' } = await readTyped(request);
		shown(await accounts.endOwn(accounts.doorOf(locals.house), staff, begun), url);
		redirect(303, here());
	},
	others: async ({ locals }) => {
		const { staff } = signedIn(locals);
		await accounts.endOthers(accounts.doorOf(locals.house), staff);
		redirect(303, here());
	},
	notices: async ({ locals, request }) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, notices.setting);
		if (!form.valid) return fail(422, form);
		await notices.set(db, staff, form.values);
		redirect(303, here());
	},
	keys: async ({ locals, request, cookies }) => {
		const { keys } = await readTyped(request);
		const { secure } = accounts.doorOf(locals.house);
		switchKeys(cookies, secure, keys === 'off' ? 'off' : 'on');
		redirect(303, here());
	},
	go: async ({ locals, request, cookies, url }) => {
		const { staff } = signedIn(locals);
		const { place = '' } = await readTyped(request);
		const cookie = shown(await accounts.goTo(accounts.doorOf(locals.house), staff, place), url);
		keepSession(cookies, cookie);
		redirect(303, resolve('/(desk)/desk'));
	}
};
