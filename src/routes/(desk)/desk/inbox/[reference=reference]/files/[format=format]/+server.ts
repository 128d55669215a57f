import * as referrals from '#lib/server/referrals/index.ts';
import { asFile, madeInto } from '#lib/server/referral-files.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { agreedWith } from '#lib/server/standards/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { reference, format }, url }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const making = madeInto(format, staff, at);
	const taken = await referrals.takeReceived(db, staff, reference, making, at, agreedWith);
	return asFile(shown(taken, url), reference, format);
};
