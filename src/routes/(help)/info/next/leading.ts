import * as help from '#lib/server/help/index.ts';
import * as pages from '#lib/server/help-pages/index.ts';

/** Leads to a neutral site, and has the next page that asks for what was here be given a plain one. */
export const leadAway = (page?: pages.HelpPage): Response =>
	new Response(null, {
		status: 303,
		headers: {
			location: pages.exitOf(page),
			'cache-control': 'no-store',
			'set-cookie': help.leftCookie(new Date())
		}
	});
