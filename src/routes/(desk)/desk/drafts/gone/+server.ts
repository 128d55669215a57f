import { error, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/server/drafts/index.ts';
import { readTyped } from '#lib/server/forms.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

/** Throws away what was typed into a form, and goes back to it. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { staff, db } = signedIn(locals);
	const { form = '' } = await readTyped(request);
	if (!drafts.actOf(form)) error(404, 'There is no such form');
	await drafts.forget(db, staff, form);
	redirect(303, form);
};
