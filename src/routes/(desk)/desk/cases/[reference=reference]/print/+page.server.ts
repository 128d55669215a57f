import * as cases from '#lib/server/cases/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

const act = 'print a chronology';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await cases.read(db, staff, params.reference, new Date(), act), url);
	return {
		reference: found.reference,
		pupil: found.pupil,
		entries: found.chronology.length,
		problem: url.searchParams.has('short')
			? 'Write a password of at least 12 letters, and under 128, or leave this empty'
			: undefined
	};
};
