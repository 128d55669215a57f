import { resolve } from '$app/paths';
import * as concerns from '#lib/server/concerns/index.ts';
import { loadRestriction, restrictionActions } from '../../../restriction.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadRestriction(event, concerns.restrictable);

export const actions: Actions = restrictionActions(concerns.restrictable, (reference) =>
	resolve('/(desk)/desk/concerns/[reference=reference]', { reference })
);
