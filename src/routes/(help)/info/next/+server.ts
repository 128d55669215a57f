import * as help from '#lib/server/help/index.ts';
import type { RequestHandler } from './$types';

/** The way out for whoever runs no script: the next page that asks for what was here is given a plain one. */
export const GET: RequestHandler = () =>
	new Response(null, {
		status: 303,
		headers: {
			location: help.exitFor(),
			'cache-control': 'no-store',
			'set-cookie': help.leftCookie(new Date())
		}
	});
