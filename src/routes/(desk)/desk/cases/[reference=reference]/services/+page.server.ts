import { fail } from '@sveltejs/kit';
import { age } from '#lib/components/age.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import { readForm } from '#lib/server/forms.ts';
import * as matching from '#lib/server/matching/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'send a referral';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const found = shown(await cases.read(db, staff, params.reference, at, act), url);
	const around = shown(await cases.standingAround(db, staff, params.reference, at), url);
	return {
		reference: found.reference,
		pupil: found.pupil,
		begins: {
			age: String(age(found.pupil.bornOn, at)),
			needs: matching.needsOf(around).join('\n')
		},
		needs: [...directory.needs],
		audiences: directory.audiences.filter((each) => each !== 'anyone')
	};
};

export const actions: Actions = {
	// Sent, and never in an address: what is asked of a child is nobody else's affair.
	default: async ({ locals, request }) => {
		const { db } = signedIn(locals);
		const form = await readForm(request, matching.asking, ['needs', 'audiences']);
		if (!form.valid) return fail(422, form);
		const services = await directory.inReach({ published: locals.house.published, db });
		const pathways = matching.match(form.values, services, new Date());
		return { typed: form.typed, pathways, joint: matching.isJoint(pathways) };
	}
};
