import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import { isFresh, needsSecondFactor, type Staff } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { comer, stepUpAndBack } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, stage } = comer(locals);
	const { house } = locals;
	await freshOrStepUp(house, staff, url);
	const factors = await accounts.factorsOf(house.platform, staff.accountId);
	const offered = factors.app ? 'has one' : await accounts.offer(house, staff);
	return {
		enrolling: stage === 'enrolling',
		required: needsSecondFactor(staff),
		app: factors.app,
		offer: offered === 'has one' ? undefined : withPicture(offered),
		passkeys: await accounts.passkeysOf(house.platform, staff.accountId),
		newPasskey: await accounts.offerPasskey(house, staff),
		codesLeft: await accounts.recoveryCodesLeft(house.platform, staff.accountId)
	};
};

const withPicture = ({ secret, address }: accounts.Offer) => ({
	secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
	squares: encode(address, { ecc: 'M', border: 4 }).data
});

/** Whoever has a factor already shows it before changing which they have. */
async function freshOrStepUp(house: App.Locals['house'], staff: Staff, url: URL): Promise<void> {
	const factors = await accounts.factorsOf(house.platform, staff.accountId);
	if (accounts.hasOne(factors) && !isFresh(staff, new Date())) redirect(303, stepUpAndBack(url));
}

const again = 'That is not the code of this moment. Wait for the next one and type that';
const noPasskey = 'The browser’s answer did not fit. Open this page again and try once more';

export const actions: Actions = {
	app: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const outcome = await accounts.confirmApp(door, staff, form.values.code);
		if (outcome === 'not recognised') return fail(422, refused(form.typed, { code: again }));
		return enrolled(event, outcome);
	},
	passkey: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const { name, passkey } = form.values;
		const made = { name: name || 'Passkey', response: accounts.parsed(passkey) };
		const outcome = await accounts.addPasskey(door, staff, made);
		if (outcome === 'not recognised') return fail(422, refused(form.typed, { name: noPasskey }));
		return enrolled(event, outcome);
	},
	remove: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const { which } = form.values;
		const outcome = await accounts.removeFactor(
			door,
			staff,
			which === 'app' ? 'app' : { passkey: which }
		);
		if (outcome === 'the last one')
			return fail(409, refused(form.typed, { which: 'Add another first: you need at least one' }));
		redirect(303, here());
	},
	codes: async (event) => {
		const { staff, door } = await begun(event);
		return { codes: await accounts.renewRecoveryCodes(door, staff) };
	}
};

const here = () => resolve('/(desk)/desk/account/second-factor');

async function begun({ locals, request, url }: RequestEvent) {
	const { staff } = comer(locals);
	await freshOrStepUp(locals.house, staff, url);
	const form = await readForm(request, accounts.keepingFactors);
	return { staff, form, door: accounts.doorOf(locals.house) };
}

/** The codes are shown with this answer and never again; without any, the page says what there is now. */
function enrolled({ cookies }: RequestEvent, { cookie, codes }: accounts.Enrolled) {
	keepSession(cookies, cookie);
	if (codes.length === 0) redirect(303, here());
	return { codes };
}
