import * as lessons from '#lib/server/lessons/index.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(lessons.coverageCsv(lessons.all()), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
