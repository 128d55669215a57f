import { asDownload } from '#lib/server/downloads.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import * as record from '#lib/server/training-record/index.ts';
import * as training from '#lib/server/training/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const place = { platform: locals.house.platform, db };
	const csv = shown(await record.exported(place, staff, training.all()), url);
	return new Response(csv, {
		headers: asDownload('waymark-training.csv', 'text/csv; charset=utf-8')
	});
};
