import { resolve } from '$app/paths';
import * as help from '#lib/server/help/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = ({ cookies, setHeaders }) => {
	// No copy of what was picked stays in the browser: going back asks for the page again.
	setHeaders({ 'cache-control': 'no-store' });
	const at = new Date();
	const left = help.leftAt(cookies.get(help.cookieName));
	return { ...always(at), page: left ? aside({}, at) : help.pageFor({}, at) };
};

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		// What cannot be read is a form with nothing picked: no error for a child, and no fault in the log.
		const form = await request.formData().catch(() => new FormData());
		const at = new Date();
		const picked = help.unsealed(form.get('go'), at);
		const said = picked?.said ?? {};
		const left = help.leftAt(cookies.get(help.cookieName));
		return { page: help.askedSince(left, picked?.at) ? help.pageFor(said, at) : aside(said, at) };
	}
};

const always = (at: Date) => ({
	emergency: help.emergency(),
	out: {
		href: resolve('/info/next'),
		to: help.exitFor(),
		at: at.getTime(),
		integrity: help.integrity
	}
});

/** The plain page of somebody who left. What asks for the page behind it was made after they did. */
const aside = ({ school }: help.Said, at: Date) => ({
	aside: help.sealed(school ? { school } : {}, at)
});
