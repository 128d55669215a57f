import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request, cookies }) => {
	const { platform, config, lease } = locals.house;
	const settings = { platform, secure: config.secure, lease };
	const cookie = await accounts.signOut(settings, request.headers.get('cookie'));
	cookies.set(cookie.name, cookie.value, { ...cookie.attributes, path: '/desk' });
	redirect(303, resolve('/(desk)/desk/sign-in'));
};
