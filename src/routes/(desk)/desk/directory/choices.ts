import type { Staff } from '#lib/server/access/index.ts';
import * as directory from '#lib/server/directory/index.ts';

/** What the form for a listing offers. A school lists what is not on Waymark; a service on Waymark is reached by it. */
export const choicesFor = ({ organisation }: Staff) => ({
	atSchool: organisation.kind === 'school',
	sectors: [...directory.sectors],
	needs: [...directory.needs],
	audiences: [...directory.audiences],
	livings: [...directory.livings],
	parentalAgreements: [...directory.parentalAgreements],
	routes: directory.routes.filter((route) => organisation.kind !== 'school' || route !== 'Waymark'),
	capacities: [...directory.capacities]
});
