import { error } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readTyped } from '#lib/server/forms.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

/** Keeps what is typed into the form at the address `form`, and says for how long the session lasts. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	const { staff, db } = signedIn(locals);
	const form = url.searchParams.get('form') ?? '';
	const outcome = await drafts.keep(db, staff, form, await readTyped(request));
	if (outcome === 'no such form') error(404, 'There is no such form');
	if (outcome === 'too long') error(413, 'That is more than a form can hold');
	return Response.json({ left: await accounts.timeLeft(locals.house, staff) });
};
