import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { may, roles } from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import * as restrictions from '#lib/server/restrictions/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';

type Event = RequestEvent<{ reference: string }>;
type Kind = restrictions.Kind;

/** What the page of a concern's restriction, or of a case's, shows. */
export async function loadRestriction({ locals, params, url }: Event, kind: Kind) {
	const { staff, db } = signedIn(locals);
	const considered = await restrictions.consider(db, staff, kind, params.reference);
	const { restriction, writtenBy } = shown(considered, url);
	const named = [staff.id, ...(restriction?.named.map(({ id }) => id) ?? [])];
	const others = (await mayBeNamed(locals, kind)).filter(({ staffId }) => !named.includes(staffId));
	return {
		reference: params.reference,
		reasons: [...restrictions.reasons],
		restriction,
		others: others.map(({ staffId, name }) => ({ id: staffId, name })),
		offered: writtenBy === null ? [] : [writtenBy]
	};
}

/** What can be done there; afterwards one is `back` on the record's own page. */
export const restrictionActions = (kind: Kind, back: (reference: string) => string) => ({
	restrict: async ({ locals, params, request, url }: Event) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, restrictions.restricting, ['names']);
		if (!form.valid) return fail(422, form);

		const ids = await idsOf(locals, kind);
		const { reference } = params;
		const outcome = shown(
			await restrictions.restrict(db, staff, kind, reference, form.values, ids),
			url
		);
		if (outcome === 'not to be named') return fail(422, refused(form.typed, { names: fromHere }));
		redirect(303, back(reference));
	},
	name: async ({ locals, params, request, url }: Event) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, restrictions.naming);
		if (!form.valid) return fail(422, form);

		const ids = await idsOf(locals, kind);
		const { reference } = params;
		const outcome = shown(
			await restrictions.addName(db, staff, kind, reference, form.values, ids),
			url
		);
		if (outcome === 'not to be named') return fail(422, refused(form.typed, { name: fromHere }));
		redirect(303, back(reference));
	},
	lift: async ({ locals, params, request, url }: Event) => {
		const { staff, db } = signedIn(locals);
		const form = await readForm(request, restrictions.lifting);
		if (!form.valid) return fail(422, form);

		const { reference } = params;
		shown(await restrictions.lift(db, staff, kind, reference, form.values), url);
		redirect(303, back(reference));
	}
});

const fromHere = 'Choose people from this page';

/** Everybody in a role that reads such records at all. */
async function mayBeNamed(locals: App.Locals, { reading }: Kind): Promise<accounts.Holder[]> {
	const { staff, db } = signedIn(locals);
	const readers = roles.filter((role) => may({ roles: [role] }, reading));
	const { platform } = locals.house;
	return accounts.asCalledHere(
		db,
		await accounts.holdersOf(platform, staff.organisation.id, readers)
	);
}

const idsOf = async (locals: App.Locals, kind: Kind): Promise<string[]> =>
	(await mayBeNamed(locals, kind)).map(({ staffId }) => staffId);
