import { error } from '@sveltejs/kit';
import * as calendars from '#lib/server/calendars/index.ts';
import { running } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** Somebody's calendar of what is due, for the secret that they gave their own calendar. */
export const GET: RequestHandler = async ({ params }) => {
	const { house } = await running();
	const shown = await calendars.show(house, params.secret.replace(/\.ics$/, ''));
	if (shown === undefined) error(404, 'We could not find that');
	return new Response(shown, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
