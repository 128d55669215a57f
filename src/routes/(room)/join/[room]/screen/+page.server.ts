import { resolve } from '$app/paths';
import { encode } from 'uqr';
import { roomBehind } from '../finding.ts';
import type { PageServerLoad } from './$types';

export const prerender = false;

/** What the whole class sees: no answer can be given on it, and nobody has to be signed in for it. */
export const load: PageServerLoad = async ({ params, url }) => {
	const { room } = await roomBehind(params.room);
	const address = url.origin + resolve('/(room)/join/[room]', params);
	return {
		moment: room.moment,
		words: room.code.split('-'),
		fourth: room.fourth,
		squares: encode(address, { border: 2 }).data,
		host: url.host,
		still: url.searchParams.has('still')
	};
};
