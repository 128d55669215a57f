import * as pages from '#lib/server/help-pages/index.ts';
import { running } from '#lib/server/running.ts';
import { leadAway } from '../leading.ts';
import type { RequestHandler } from './$types';

/** The same way out, to where the school of this code chose. */
export const GET: RequestHandler = async ({ params }) => {
	const { house } = await running();
	const page = await pages.shownAt(house.published, params.code);
	return leadAway(page);
};
