import * as help from '#lib/server/help/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = ({ setHeaders }) => {
	// No copy of what was picked stays in the browser: going back asks for the page again.
	setHeaders({ 'cache-control': 'no-store' });
	return { emergency: help.emergency(), page: help.pageFor({}) };
};

export const actions: Actions = {
	default: async ({ request }) => {
		// What cannot be read is a form with nothing picked: no error for a child, and no fault in the log.
		const form = await request.formData().catch(() => new FormData());
		return { page: help.pageFor(help.readSaid(form)) };
	}
};
