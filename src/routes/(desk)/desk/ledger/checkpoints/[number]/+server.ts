import * as ledger from '#lib/server/ledger/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const checkpoint = shown(await ledger.takeCheckpoint(db, staff, params.number), url);
	const { name, type, content } = ledger.asFile(checkpoint);
	return new Response(content, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
	});
};
