import { error } from '@sveltejs/kit';
import { may } from '#lib/server/access/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const concern = await concerns.read(db, staff, params.reference);
	if (!concern) error(404, 'We could not find that');
	return {
		concern,
		mine: concern.loggedById === staff.id,
		mayTriage: may(staff, 'triage a concern') && concern.decidedAt === null
	};
};
