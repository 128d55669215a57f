import { asDownload } from '#lib/server/downloads.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

const types = { fhir: 'application/fhir+json', json: 'application/json' } as const;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const format = params.format as referrals.Format;
	const taken = shown(await referrals.take(db, staff, params.reference, format), url);
	const name = `referral-${params.reference}.${format === 'fhir' ? 'fhir.json' : 'json'}`;
	return new Response(JSON.stringify(taken, undefined, '\t'), {
		headers: asDownload(name, types[format])
	});
};
