import * as help from '#lib/server/help/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = ({ setHeaders }) => {
	// No copy of what was picked stays in the browser: going back asks for the page again.
	setHeaders({ 'cache-control': 'no-store' });
	return { emergency: help.emergency(), page: help.pageFor({}) };
};

export const actions: Actions = {
	default: async ({ request }) => ({ page: help.pageFor(help.readSaid(await request.formData())) })
};
