import { error } from '@sveltejs/kit';
import * as ledger from '#lib/server/ledger/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { staff, db } = signedIn(locals);
	const checkpoint = await ledger.takeCheckpoint(db, staff, params.number);
	if (!checkpoint) error(404, 'We could not find that');
	const { name, type, content } = ledger.asFile(checkpoint);
	return new Response(content, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
	});
};
