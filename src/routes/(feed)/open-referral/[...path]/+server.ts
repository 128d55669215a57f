import { createHash } from 'node:crypto';
import * as openReferral from '#lib/server/open-referral/index.ts';
import { logFault } from '#lib/server/log.ts';
import { running } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

const open = { 'access-control-allow-origin': '*' };

const asJson = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
	Response.json(body, { status, headers: { ...open, ...headers } });

/** The open feed of the services that state themselves on Waymark. Every address under it is answered here. */
export const GET: RequestHandler = async ({ params, url, request, route }) => {
	try {
		const { house } = await running();
		const { status, body } = await openReferral.answer(
			house.published,
			params.path,
			url.searchParams
		);
		if (status !== 200) return asJson(status, body);
		const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
		const told = { etag: `"${hash}"`, 'cache-control': 'public, max-age=300' };
		const isKnown = request.headers.get('if-none-match') === told.etag;
		return isKnown
			? new Response(null, { status: 304, headers: { ...open, ...told } })
			: asJson(200, body, told);
	} catch (fault) {
		return asJson(500, {
			message: 'Something went wrong on our side.',
			reference: logFault(fault, route.id)
		});
	}
};

/** It is read, and nothing else. */
export const fallback: RequestHandler = () =>
	asJson(405, { message: 'This feed is read with GET.' }, { allow: 'GET, HEAD' });
