import { resolve } from '$app/paths';
import { encode } from 'uqr';
import * as questionBox from '#lib/server/question-box/index.ts';
import { running } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { house } = await running();
	const code = params.box.toUpperCase();
	const address = `${url.origin}${resolve('/(room)/join/ask/[box=box]', { box: code })}`;
	return {
		open: await questionBox.isOpen(house.published, code),
		// What every browser puts there itself is not typed from a board.
		address: address.replace(/^https?:\/\//, ''),
		squares: encode(address, { ecc: 'M', border: 2 }).data
	};
};
