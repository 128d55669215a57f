import * as services from '#lib/server/help-services/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => ({
	emergency: services.emergency(),
	services: services.shown().filter(({ id, area }) => !area && id !== services.emergency().id)
});
