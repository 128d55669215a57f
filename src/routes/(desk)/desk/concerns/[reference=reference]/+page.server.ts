import * as concerns from '#lib/server/concerns/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const concern = shown(await concerns.read(db, staff, params.reference), url);
	return {
		concern,
		mine: concern.loggedById === staff.id,
		mayTriage: concern.mayTriage && concern.decidedAt === null,
		mayLookAgain: concern.mayTriage && concerns.mayLookAgain(concern.decisions?.at(-1))
	};
};
