import { error } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const found = await cases.read(db, staff, params.reference);
	if (!found) error(404, 'We could not find that');
	return { case: found };
};
