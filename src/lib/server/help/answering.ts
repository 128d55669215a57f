import { emergency, serviceById, type Nation, type Service } from './services.ts';
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
export type Place = Nation | typeof unsaid;

export const ages = Object.keys(bands) as (keyof typeof bands)[];

export interface Answer {
	emergency: Service;
	/** At most three, best first; one of them answers at any hour. */
	first: Service[];
	more: Service[];
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
const hoursKnown = ({ hours }: Service) => hours.kind !== 'unknown' && hours.kind !== 'online';

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
	return nations.includes(place);
}

/** The first to show: somebody whose hours we know, then the topic's own order, and one who answers at any hour. */
function pickFirst(fitting: Service[]): Service[] {
	const best = fitting.find(hoursKnown);
	const inOrder = [...new Set([...(best ? [best] : []), ...fitting])];
	const first = inOrder.slice(0, mostFirst);
	const anyHour = inOrder.find(atAnyHour);
	if (!anyHour || first.some(atAnyHour)) return first;
	return [...first.slice(0, mostFirst - 1), anyHour];
}

/** Who can help with this, for a child of this age in this place. Never empty, and never somebody who would turn them away. */
export function answer(asked: { topic: Topic; age: Age; nation: Place }): Answer {
	const serving = [...new Set([...asked.topic.ask, ...always])]
		.map(theService)
		.filter((each) => each.show && !each.area && serves(each, asked.nation));
	const first = pickFirst(serving.filter((each) => takes(each, asked.age)));

	return {
		emergency: emergency(),
		first,
		more: serving.filter((each) => !first.includes(each) && mayTake(each, asked.age))
	};
}
