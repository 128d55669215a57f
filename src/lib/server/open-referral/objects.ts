import type { Place } from '../directory/index.ts';
import { publicId, uuidOf } from './ids.ts';
import type { Published } from './publishing.ts';
import { termsOf } from './terms.ts';

type Thing = Record<string, unknown>;

/** Without what has no value: the specification has neither null nor the empty string. */
function filled(thing: Thing): Thing {
	const isNothing = (value: unknown) =>
		value === null ||
		value === undefined ||
		value === '' ||
		(Array.isArray(value) && !value.length);
	return Object.fromEntries(Object.entries(thing).filter(([, value]) => !isNothing(value)));
}

const isAddress = (text: string): boolean =>
	/^https?:\/\//i.test(text) && URL.canParse(text) && new URL(text).href.length <= 2000;
const isEmail = (text: string): boolean => /^[\w.+'-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(text);
const isDay = (text: string | null): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

const idOf = (service: Published) => publicId('service', service.id);

const organization = (service: Published): Thing => ({
	id: publicId('organisation', service.organisationId),
	name: service.runBy || service.name,
	// The specification wants a description, and Waymark knows no more of it than this.
	description: `Runs ${service.name}.`
});

/** A service as a list has it: what is said in a word, and who runs it. */
export const flat = (service: Published): Thing =>
	filled({
		id: idOf(service),
		organization_id: publicId('organisation', service.organisationId),
		name: service.name,
		description: service.about,
		url: isAddress(service.website) ? new URL(service.website).href : '',
		email: isEmail(service.email) ? service.email : '',
		status: service.isOld ? 'inactive' : 'active',
		fees: service.cost,
		minimum_age: service.fromAge,
		maximum_age: service.toAge,
		assured_date: isDay(service.assuredOn) ? service.assuredOn : '',
		last_modified: service.statedAt.toISOString(),
		eligibility_description: service.takes,
		fees_description: service.cost,
		application_process: service.howToRefer,
		wait_time: service.waitWeeks === null ? '' : `${service.waitWeeks} weeks`,
		location_withheld: service.confidential || null,
		organization: organization(service)
	});

const parts = (service: Published) => {
	const id = (kind: string, ...words: string[]) => uuidOf(kind, service.id, ...words);
	return {
		phones: service.telephone
			? [{ id: id('phone'), number: service.telephone, type: 'voice' }]
			: [],
		schedules: service.hours ? [{ id: id('schedule'), description: service.hours }] : [],
		service_areas: service.areas.map((name) => ({
			id: id('area', name),
			name,
			service_area: name
		})),
		languages: service.languages.map((name) => ({ id: id('language', name), name })),
		cost_options: service.cost ? [{ id: id('cost'), option: service.cost }] : [],
		attributes: termsOf([...service.needs, ...service.audiences]).map((term) => ({
			id: id('attribute', term.id),
			link_id: idOf(service),
			link_type: 'service',
			link_entity: 'service',
			taxonomy_term_id: term.id,
			taxonomy_term: term
		}))
	};
};

/** A service with all that belongs to it. */
export const full = (service: Published): Thing =>
	filled({ ...flat(service), ...parts(service), service_at_locations: atLocations(service) });

const address = (place: Place, id: string): Thing[] =>
	// The specification has no address with a part of it left out.
	place.address && place.city && place.county && place.postcode
		? [
				{
					id,
					address_1: place.address,
					city: place.city,
					state_province: place.county,
					postal_code: place.postcode,
					country: 'GB',
					address_type: 'physical'
				}
			]
		: [];

function atLocation(service: Published, place: Place, at: number): Thing {
	const id = (kind: string) => uuidOf(kind, service.id, String(at));
	const { latitude, longitude } = place;
	const isKnown = latitude !== null && longitude !== null;
	return {
		id: id('service at location'),
		service_id: idOf(service),
		location_id: id('location'),
		location: filled({
			id: id('location'),
			location_type: 'physical',
			name: place.name,
			...(isKnown && { latitude, longitude }),
			addresses: address(place, id('address'))
		})
	};
}

const atLocations = (service: Published): Thing[] =>
	service.places.map((place, at) => atLocation(service, place, at));

/** A service at each of its places, with what a list of services says of it; none of a confidential one. */
export const placesOf = (
	service: Published
): { id: string; flat: Thing; full: Thing; place: Place }[] =>
	service.places.map((place, at) => {
		const thing = atLocation(service, place, at);
		const own = { id: String(thing.id), place };
		return {
			...own,
			flat: { ...thing, service: flat(service) },
			full: { ...thing, service: filled({ ...flat(service), ...parts(service) }) }
		};
	});
