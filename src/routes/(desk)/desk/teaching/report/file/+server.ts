import { asDownload } from '#lib/server/downloads.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as teaching from '#lib/server/teaching/index.ts';
import { scheme } from '../../scheme.ts';
import { schoolYearAsked } from '../asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const csv = shown(await teaching.exported(db, staff, scheme, schoolYearAsked(url)), url);
	return new Response(csv, {
		headers: asDownload('waymark-teaching.csv', 'text/csv; charset=utf-8')
	});
};
