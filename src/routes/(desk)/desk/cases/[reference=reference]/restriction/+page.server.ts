import { resolve } from '$app/paths';
import * as cases from '#lib/server/cases/index.ts';
import { loadRestriction, restrictionActions } from '../../../restriction.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadRestriction(event, cases.restrictable);

export const actions: Actions = restrictionActions(cases.restrictable, (reference) =>
	resolve('/(desk)/desk/cases/[reference=reference]', { reference })
);
