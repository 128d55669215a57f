import { resolve } from '$app/paths';
import { error, redirect } from '@sveltejs/kit';
import * as ledger from '#lib/server/ledger/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { running } from '#lib/server/running.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const found = await ledger.overview(db, staff);
	if (!found) error(404, 'We could not find that');
	return {
		entries: found.entries,
		checkpoints: found.checkpoints.map(({ number, checkpoint }) => ({
			reference: String(number),
			entry: checkpoint.entry,
			at: new Date(checkpoint.at)
		})),
		fingerprint: found.checkpoints[0]?.checkpoint.fingerprint
	};
};

export const actions: Actions = {
	default: async ({ locals, url }) => {
		const { staff, db } = signedIn(locals);
		const signer = await organisations.signerOf(locals.house, staff.organisation.id);
		const outcome = await ledger.askForCheckpoint(db, staff, signer);
		shown(outcome === 'not allowed' ? undefined : outcome, url);
		(await running()).checkpoints.wake(staff.organisation.id);
		redirect(303, resolve('/(desk)/desk/ledger'));
	}
};
