import * as v from 'valibot';
import type { Database } from '../db/index.ts';
import { asked, isAskedFor, type Asked } from './asking.ts';
import { publicId } from './ids.ts';
import { flat, full, placesOf } from './objects.ts';
import { pageOf } from './paging.ts';
import { publishedServices, type Published } from './publishing.ts';
import { taxonomies, terms } from './terms.ts';

export type Answer = { status: 200 | 400 | 404; body: unknown };

const details = {
	version: 'HSDS-UK-3.0',
	profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
	openapi_url: 'https://openreferraluk.org/specifications/3.0/openapi.json'
};

const ok = (body: unknown): Answer => ({ status: 200, body });
const nothing: Answer = { status: 404, body: { message: 'There is nothing here.' } };
const wrong = (message: string): Answer => ({ status: 400, body: { message } });
const found = (thing: unknown): Answer => (thing === undefined ? nothing : ok(thing));

type Room = {
	one: (services: Published[], id: string) => unknown;
	all: (services: Published[], asking: Asked) => unknown[];
};

const plainly = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase();

const rooms: Record<string, Room> = {
	services: {
		one: (services, id) => {
			const service = services.find((each) => publicId('service', each.id) === id);
			return service && full(service);
		},
		all: (services, asking) => services.filter((each) => isAskedFor(each, asking)).map(flat)
	},
	service_at_locations: {
		one: (services, id) => services.flatMap(placesOf).find((each) => each.id === id)?.full,
		all: (services, asking) => {
			const { postcode } = asking;
			return services
				.filter((each) => isAskedFor(each, asking))
				.flatMap(placesOf)
				.filter(({ place }) => !postcode || plainly(place.postcode) === plainly(postcode))
				.map((each) => each.flat);
		}
	},
	taxonomies: {
		one: (_, id) => {
			const taxonomy = taxonomies.find((each) => each.id === id);
			const its = terms.filter((each) => each.taxonomy_id === id);
			return taxonomy && { ...taxonomy, taxonomy_terms: its };
		},
		all: () => taxonomies
	},
	taxonomy_terms: {
		one: (_, id) => terms.find((each) => each.id === id),
		all: () => terms
	}
};

/** What the feed answers at a path below its base, in the shapes of HSDS-UK 3.0. It reads the public database alone. */
export async function answer(
	published: Database<'public'>,
	path: string,
	query: URLSearchParams,
	at = new Date()
): Promise<Answer> {
	const [name = '', id, ...more] = path.replace(/\/$/, '').split('/');
	if (name === '' && id === undefined) return ok(details);
	const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined;
	if (!room || more.length > 0) return nothing;
	if (id !== undefined)
		return found(room.one(await publishedServices(published, at), id.toLowerCase()));

	const asking = v.safeParse(asked, Object.fromEntries(query));
	if (!asking.success) return wrong(asking.issues[0].message);
	const { page, per_page: perPage, proximity } = asking.output;
	if (proximity !== undefined && name === 'service_at_locations')
		return wrong('Waymark does not know where postcodes lie and cannot measure a distance.');
	return ok(pageOf(room.all(await publishedServices(published, at), asking.output), page, perPage));
}
