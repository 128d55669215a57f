import * as accounts from '#lib/server/accounts/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

/** Whoever asks is still there: the door has noted it. Says for how long the session lasts from now. */
export const POST: RequestHandler = async ({ locals }) => {
	const { staff } = signedIn(locals);
	return Response.json({ left: await accounts.timeLeft(locals.house, staff) });
};
