import * as help from '#lib/server/help/index.ts';
import { show } from './showing.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async ({ cookies, request, setHeaders }) => {
	// No copy of what was picked stays in the browser: going back asks for the page again.
	setHeaders({ 'cache-control': 'no-store' });
	// What was posted is shown by the action below.
	if (request.method === 'POST') return {};
	return {
		shown: await show({}, help.leftAt(cookies.get(help.cookieName), new Date()), undefined)
	};
};

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		// What cannot be read is a form with nothing picked: no error for a child, and no fault in the log.
		const form = await request.formData().catch(() => new FormData());
		const picked = help.unsealed(form.get('go'), new Date());
		const left = help.leftAt(cookies.get(help.cookieName), new Date());
		return { shown: await show(picked?.said ?? {}, left, picked?.at) };
	}
};
