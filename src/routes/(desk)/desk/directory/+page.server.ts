import { may } from '#lib/server/access/index.ts';
import * as directory from '#lib/server/directory/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const all = await directory.inReach({ published: locals.house.published, db });
	return {
		seesStandards: may(staff, 'see standards'),
		mayKeep: may(staff, 'keep a listing'),
		atSchool: staff.organisation.kind === 'school',
		hasOwn: all.some(({ organisationId }) => organisationId === staff.organisation.id),
		services: all.map((service) => ({
			reference: service.id,
			name: service.name,
			sector: service.sector,
			fromAge: service.fromAge,
			toAge: service.toAge,
			areas: service.areas,
			capacity: service.capacity,
			waitWeeks: service.waitWeeks,
			capacityStatedAt: service.capacityStatedAt,
			from: service.from,
			isOwn: service.organisationId === staff.organisation.id || service.from === 'this school',
			freshness: directory.freshnessOf(service, at)
		}))
	};
};
