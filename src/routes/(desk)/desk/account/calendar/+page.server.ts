import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import * as calendars from '#lib/server/calendars/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	madeAt: await calendars.linkMadeAt(locals.house.platform, signedIn(locals).staff)
});

export const actions: Actions = {
	make: async ({ locals }) => {
		const { platform, config } = locals.house;
		const secret = await calendars.makeLink(platform, signedIn(locals).staff);
		return { address: new URL(`/calendar/${secret}.ics`, config.origin).href };
	},
	end: async ({ locals }) => {
		await calendars.endLink(locals.house.platform, signedIn(locals).staff);
		redirect(303, resolve('/(desk)/desk/account/calendar'));
	}
};
