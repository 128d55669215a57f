import { resolve } from '$app/paths';
import { error, fail, redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import { isFresh, needsSecondFactor } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession } from '#lib/server/cookies.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { comer, shown, stepUpAndBack } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, stage } = comer(locals);
	const { house } = locals;
	if (!isFresh(staff, new Date())) redirect(303, stepUpAndBack(url));
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

const again = 'That is not the code of this moment. Wait for the next one and type that';
const noPasskey = 'The browser’s answer did not fit. Open this page again and try once more';

export const actions: Actions = {
	app: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const outcome = shown(await accounts.confirmApp(door, staff, form.values.code), event.url);
		if (outcome === 'not recognised') return fail(422, refused(form.typed, { code: again }));
		return enrolled(event, outcome);
	},
	passkey: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const { name, passkey } = form.values;
		const made = { name: name || 'Passkey', response: accounts.parsed(passkey) };
		const outcome = shown(await accounts.addPasskey(door, staff, made), event.url);
		if (outcome === 'not recognised') return fail(422, refused(form.typed, { name: noPasskey }));
		return enrolled(event, outcome);
	},
	remove: async (event) => {
		const { staff, form, door } = await begun(event);
		if (!form.valid) return fail(422, form);
		const { which } = form.values;
		const gone = which === 'app' ? 'app' : { passkey: which };
		const outcome = shown(await accounts.removeFactor(door, staff, gone), event.url);
		if (outcome === 'the last one')
			return fail(409, refused(form.typed, { which: 'Add another first: you need at least one' }));
		redirect(303, here());
	},
	codes: async (event) => {
		const { staff, door } = await begun(event);
		const made = shown(await accounts.renewRecoveryCodes(door, staff), event.url);
		if (made === 'no factor') error(404, 'We could not find that');
		return { codes: made };
	}
};

const here = () => resolve('/(desk)/desk/account/second-factor');

async function begun({ locals, request }: RequestEvent) {
	const { staff } = comer(locals);
	const form = await readForm(request, accounts.keepingFactors);
	return { staff, form, door: accounts.doorOf(locals.house) };
}

/** The codes are shown with this answer and never again; without any, the page says what there is now. */
function enrolled({ cookies }: RequestEvent, { cookie, codes }: accounts.Enrolled) {
	keepSession(cookies, cookie);
	if (codes.length === 0) redirect(303, here());
	return { codes };
}
