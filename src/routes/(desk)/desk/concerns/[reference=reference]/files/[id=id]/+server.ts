import * as attachments from '#lib/server/attachments/index.ts';
import { asDownload } from '#lib/server/downloads.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const folder = locals.house.config.dataDir;
	const { name, type, content } = shown(
		await attachments.read(db, folder, staff, params.reference, params.id),
		url
	);
	return new Response(new Uint8Array(content), { headers: asDownload(name, type) });
};
