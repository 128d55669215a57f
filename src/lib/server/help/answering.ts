import {
	emergency,
	freshness,
	noChecks,
	openingAt,
	serviceById,
	shown,
	type Checks,
	type Freshness,
	type Nation,
	type Opening,
	type Service
} from '../help-services/index.ts';
import type { Topic } from './topics.ts';

/** The years of age a child may be when they pick each answer. Past 25 nobody is at a school or college of ours. */
const bands = {
	'under 13': { from: 0, to: 12 },
	'13 to 15': { from: 13, to: 15 },
	'16 or 17': { from: 16, to: 17 },
	'18 or over': { from: 18, to: 25 }
};

/** What a skipped question says. */
export const unsaid = 'rather not say';

export type Age = keyof typeof bands | typeof unsaid;
export type Place = Nation | typeof unsaid | (string & {});

export const ages = Object.keys(bands) as (keyof typeof bands)[];

/** A service, with what is known of it at the hour it is offered. */
export type Offer = Service & { opening: Opening; freshness: Freshness };

export interface Answer {
	emergency: Service;
	/** At most three, best first: the first is open now, and one of them answers at any hour. */
	first: Offer[];
	more: Offer[];
}

export interface Asked {
	topic: Topic;
	age: Age;
	/** A nation, a council's area that has local services, or nothing said. */
	place: Place;
	at: Date;
	checks?: Checks;
}

/** Good for any worry at any hour, wherever a child is. */
const always = ['childline', 'shout', 'samaritans'];
const mostFirst = 3;

function theService(id: string): Service {
	const found = serviceById(id);
	if (!found) throw new Error(`There is no help service called ${id}`);
	return found;
}

export const atAnyHour = ({ hours }: Service) => hours.kind === 'always';

/**
 * Whether a service takes everyone of this age, so that no child is turned away.
 *
 * Where no source says which ages it takes, it is offered from 13 up, and the page says that we could not check; to
 * younger children only when it is made for children.
 */
export function takes({ ages: stated, audience }: Service, age: Age): boolean {
	const band = bands[age === unsaid ? 'under 13' : age];
	if (audience === 'adult' && band.from < 18) return false;
	if (audience === '16+' && band.from < 16) return false;
	if (!stated) return audience === 'child' || band.from >= 13;

	return (stated.from ?? 0) <= band.from && (stated.to ?? Infinity) >= band.to;
}

const takesAt18 = ({ ages: stated }: Service) => !!stated?.to && stated.to >= 18;

/** A line for under 19s takes some who answer "18 or over". It is not put first for them, but its card says who it is for. */
const mayTake = (service: Service, age: Age) =>
	takes(service, age) || (age === '18 or over' && takesAt18(service));

/** Whether it is for the whole of the place a child named. Unsaid means that it must be known to serve all four nations. */
export function serves({ nations, nationsChecked }: Service, place: Place): boolean {
	if (place === unsaid) return nationsChecked && nations.length === 4;
	return nations.some((nation) => nation === place);
}

/** The areas of councils that have services of their own here. */
export const areas = (): string[] => [
	...new Set(shown().flatMap(({ area }) => (area ? [area] : [])))
];

/** The nation of a place; of a council's area, that of its services. */
function nationOf(place: Place): Place {
	const [local] = shown().filter(({ area }) => area === place);
	return local ? (local.nations[0] ?? unsaid) : place;
}

const isOpen = ({ opening }: Offer) => opening.is === 'open';
const isClosed = ({ opening }: Offer) => opening.is === 'closed';

/**
 * The first to show: somebody who is open now; then, in the topic's own order, whoever is not known to be
 * closed; and one who answers at any hour. Whoever is closed fills what is left.
 */
function pickFirst(fitting: Offer[]): Offer[] {
	const open = fitting.find(isOpen);
	const inOrder = [
		...new Set([...(open ? [open] : []), ...fitting.filter((each) => !isClosed(each)), ...fitting])
	];
	const first = inOrder.slice(0, mostFirst);
	const anyHour = inOrder.find(atAnyHour);
	if (!anyHour || first.some(atAnyHour)) return first;
	return [...first.slice(0, mostFirst - 1), anyHour];
}

let last: { at: number; checks: Checks; offers: Map<string, Offer> } | undefined;

/** Every service that is shown, with what is known of it at an instant: reckoned once for all who ask then. */
function offersAt(at: Date, checks: Checks): Map<string, Offer> {
	if (last?.at === at.getTime() && last.checks === checks) return last.offers;
	const offers = shown().map((service) => ({
		...service,
		opening: openingAt(service, at),
		freshness: freshness(service, at, checks)
	}));
	last = { at: at.getTime(), checks, offers: new Map(offers.map((each) => [each.id, each])) };
	return last.offers;
}

/** Leaves out what is too old to send anybody to, unless nobody would be left who answers now. */
function withoutOld(offers: Offer[], age: Age): Offer[] {
	const kept = offers.filter(({ freshness: { is } }) => is !== 'too old');
	if (kept.some((each) => isOpen(each) && takes(each, age))) return kept;
	return offers.filter((each) => kept.includes(each) || atAnyHour(each));
}

/**
 * Who can help with this, for a child of this age in this place, at this moment. Never empty, never somebody
 * who would turn them away, and never a closed door first.
 */
export function answer({ topic, age, place, at, checks = noChecks }: Asked): Answer {
	const nation = nationOf(place);
	const known = offersAt(at, checks);
	const offers = [...new Set([...topic.ask, ...always])]
		.flatMap((id) => known.get(theService(id).id) ?? [])
		.filter((each) => (each.area ? each.area === place : serves(each, nation)));
	const serving = withoutOld(offers, age);
	const first = pickFirst(serving.filter((each) => takes(each, age)));

	return {
		emergency: emergency(),
		first,
		more: serving
			.filter((each) => !first.includes(each) && mayTake(each, age))
			.sort((one, other) => Number(isClosed(one)) - Number(isClosed(other)))
	};
}
