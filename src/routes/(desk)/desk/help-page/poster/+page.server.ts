import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import * as pages from '#lib/server/help-pages/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, db } = signedIn(locals);
	const { page } = shown(await pages.own({ published: locals.house.published, db }, staff), url);
	// There is no poster of a page that nobody is shown.
	if (!page?.shown) redirect(303, resolve('/(desk)/desk/help-page'));
	const address = `${url.origin}${resolve('/(help)/info/[code=code]', { code: page.code })}`;
	return { page, address, squares: encode(address, { ecc: 'M', border: 2 }).data };
};
