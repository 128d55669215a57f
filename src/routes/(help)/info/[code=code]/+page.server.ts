import * as help from '#lib/server/help/index.ts';
import { show } from '../showing.ts';
import type { PageServerLoad } from './$types';

export const prerender = false;

/** The door as a school's poster leads to it. A code that is nobody's leads to the door of everybody. */
export const load: PageServerLoad = async ({ cookies, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const left = help.leftAt(cookies.get(help.cookieName), new Date());
	return { shown: await show({ school: params.code }, left, undefined) };
};
