import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/index.ts';
import { keepSession } from '#lib/server/cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request, cookies }) => {
	const door = accounts.doorOf(locals.house);
	keepSession(cookies, await accounts.signOut(door, request.headers.get('cookie')));
	redirect(303, resolve('/(desk)/desk/sign-in'));
};
