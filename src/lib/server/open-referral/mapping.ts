import {
	audiences,
	keptLists,
	needs,
	type Audience,
	type Need,
	type Place,
	type Service
} from '../directory/index.ts';
import type { Fault } from './checking.ts';

type Thing = Record<string, unknown>;
type Row = Omit<Service, 'id' | 'organisationId' | 'feedId' | 'sourceId'>;

const isThing = (given: unknown): given is Thing => typeof given === 'object' && given !== null;
const things = (given: unknown): Thing[] => (Array.isArray(given) ? given.filter(isThing) : []);

/** Text as a person may read it: no control characters, no more than so many letters. What looks like HTML stays text. */
const text = (given: unknown, most = 4000): string =>
	(typeof given === 'string' ? given : '')
		.replace(/[[\p{Cc}\p{Cf}]--[\n\u200d]]/gv, ' ')
		.trim()
		.slice(0, most);

const line = (given: unknown): string => text(given, 200).replace(/\s+/g, ' ');
const names = (given: unknown): string[] =>
	[...new Set(things(given).map(({ name }) => line(name)))].filter(Boolean);

/** The terms that a service is sorted under, in small letters. */
const termsIn = (service: Thing): string[] =>
	things(service.attributes).flatMap(({ taxonomy_term: term }) =>
		isThing(term) ? [line(term.name).toLocaleLowerCase('en-GB')] : []
	);

// The words of the DfE Family Hubs service finder (standards, 1.6), and the need that each is here.
const theirs: [begins: string, need: Need][] = [
	['domestic abuse', 'domestic abuse at home'],
	['substance misuse', 'their own substance use'],
	['mental health', 'mental health'],
	['family support', 'family support'],
	['intensive targeted family support', 'family support'],
	['parenting support', 'family support']
];

function sectorOf(terms: string[]): Service['sector'] {
	const abuse = terms.some((term) => /^(domestic abuse|abuse in their own)/.test(term));
	const substances = terms.some((term) => /substance (misuse|use)/.test(term));
	if (abuse && substances) return 'both';
	if (abuse) return 'domestic abuse';
	return substances ? 'substance use' : 'other';
}

const needsOf = (terms: string[]): Need[] => {
	const known = theirs.filter(([begins]) => terms.some((term) => term.startsWith(begins)));
	const own = needs.filter((need) => terms.includes(need.toLocaleLowerCase('en-GB')));
	return [...new Set([...own, ...known.map(([, need]) => need)])];
};

const audiencesOf = (terms: string[]): Audience[] => {
	const own = audiences.filter((each) => terms.includes(each.toLocaleLowerCase('en-GB')));
	return own.length > 0 ? own : ['anyone'];
};

const age = (given: unknown, round: (given: number) => number): number | null =>
	typeof given === 'number' && given >= 0 && given <= 130 ? round(given) : null;

/**
 * Whether where it is must not be known: the feed says so, or it is a refuge by its name. The standard names
 * the place of a refuge as what no feed may hold; one that does is not believed.
 */
export const isWithheld = (service: Thing): boolean =>
	service.location_withheld === true || /\brefuges?\b/i.test(`${line(service.name)}`);

const ofPlaces = new Set([
	'service_at_locations',
	'locations',
	'location',
	'addresses',
	'latitude',
	'longitude',
	'postal_code'
]);

/** The same object; without any place, where it is withheld. */
export const withoutPlaces = (service: Thing): Thing =>
	isWithheld(service)
		? (JSON.parse(
				JSON.stringify(service, (name, value: unknown) => (ofPlaces.has(name) ? undefined : value))
			) as Thing)
		: service;

const numberOf = (given: unknown): number | null =>
	typeof given === 'number' && Number.isFinite(given) ? given : null;

const placesIn = (service: Thing): Place[] =>
	things(service.service_at_locations)
		.map(({ location }) => location)
		.filter(isThing)
		.map((location) => {
			const [address = {}] = things(location.addresses);
			return {
				name: line(location.name),
				address: line(address.address_1),
				city: line(address.city),
				county: line(address.state_province),
				postcode: line(address.postal_code),
				latitude: numberOf(location.latitude),
				longitude: numberOf(location.longitude)
			};
		});

const website = (given: unknown): string =>
	/^https?:\/\//i.test(line(given)) ? text(given, 500) : '';
const day = (given: unknown): string | null => /^\d{4}-\d{2}-\d{2}/.exec(line(given))?.[0] ?? null;

/** When the feed last says it was looked at: never after now. */
function statedAt(service: Thing, at: Date): Date {
	const moments = [service.last_modified, service.assured_date]
		.map((each) => new Date(line(each) || NaN))
		.filter((each) => !Number.isNaN(each.getTime()));
	if (moments.length === 0) return at;
	return new Date(Math.min(at.getTime(), Math.max(...moments.map((each) => each.getTime()))));
}

const firstPhone = (service: Thing): string => {
	const places = things(service.service_at_locations)
		.map(({ location }) => location)
		.filter(isThing);
	const holders = [
		service,
		...things(service.contacts),
		service.organization,
		...(isWithheld(service) ? [] : places)
	];
	const phones = holders.filter(isThing).flatMap(({ phones: its }) => things(its));
	return line(phones.find(({ type }) => type !== 'fax')?.number);
};

const costs = (service: Thing): string => {
	const options = things(service.cost_options).map(({ option, amount, amount_description: for_ }) =>
		[line(option), typeof amount === 'number' ? String(amount) : '', line(for_)]
			.filter(Boolean)
			.join(' ')
	);
	return text(service.fees_description) || text(service.fees) || options.filter(Boolean).join('\n');
};

/** A service of a feed as the directory keeps it, with the original beside it. */
export function rowOf(given: Thing, at: Date): Row {
	const service = withoutPlaces(given);
	const terms = termsIn(service);
	const organization = isThing(service.organization) ? service.organization : {};
	const telephone = firstPhone(service);
	const isOver = service.status === 'inactive' || service.status === 'defunct';
	const isFull = service.status === 'temporarily closed';
	return {
		name: line(service.name),
		sector: sectorOf(terms),
		about: text(service.description),
		takes: text(service.eligibility_description),
		fromAge: age(service.minimum_age, Math.ceil),
		toAge: age(service.maximum_age, Math.floor),
		runBy: line(organization.name),
		...keptLists({
			needs: needsOf(terms),
			audiences: audiencesOf(terms),
			areas: names(service.service_areas),
			languages: names(service.languages),
			places: isWithheld(service) ? [] : placesIn(service)
		}),
		living: 'either',
		parentalAgreement: 'not stated',
		route: telephone ? 'telephone' : 'printed form',
		howToRefer: text(service.application_process),
		hours: text(
			things(service.schedules)
				.map(({ description }) => text(description))
				.filter(Boolean)
				.join('\n')
		),
		cost: costs(service),
		telephone,
		email: line(service.email),
		website: website(service.url),
		capacity: isFull ? 'full' : 'not stated',
		waitWeeks: null,
		capacityStatedAt: isFull ? at : null,
		confidential: isWithheld(service),
		assuredOn: day(service.assured_date),
		statedAt: statedAt(service, at),
		endedAt: isOver ? at : null,
		source: JSON.stringify(service)
	};
}

const quarter = 92 * 24 * 60 * 60_000;

/** What a service lacks and is taken all the same. */
export function warningsOf(service: Thing, at: Date): Fault[] {
	const assured = new Date(day(service.assured_date) ?? NaN).getTime();
	const said: [field: string, is: boolean, says: string][] = [
		[
			'organization_id',
			!service.organization_id && !isThing(service.organization),
			'It names nobody who runs it.'
		],
		['assured_date', Number.isNaN(assured), 'It does not say when it was last assured.'],
		[
			'assured_date',
			at.getTime() - assured > quarter,
			'It was last assured more than three months ago.'
		],
		['phones', firstPhone(service) === '', 'It has no telephone number.']
	];
	return said.filter(([, is]) => is).map(([field, , says]) => ({ field, says }));
}
