import { freshnessOf, type Listed, type Need } from '../directory/index.ts';
import { pathwayOf, type Child } from './child.ts';
import { kilometresTo, middleOf } from './distance.ts';
import { elsewhere, otherReasons, reasonsAgainst } from './reasons.ts';

/** A service that could take the child, or nearly, with every reason why not, in words. */
export type Match = {
	service: Listed;
	/** The needs of this child that it is for. */
	needs: Need[];
	/** Why it does not fit, each a sentence; none when it fits. */
	reasons: string[];
	/** Nobody has confirmed what is said of it for more than 90 days. */
	marked: boolean;
};

/** What there is for the child’s needs of one pathway. */
export type Pathway = {
	name: (typeof pathwayOf)[Need];
	needs: Need[];
	fits: Match[];
	nearly: Match[];
	/** What would fit if the child lived in another council, the nearest first; only where nothing fits. */
	elsewhere: Match[];
};

const names = ['domestic abuse', 'substance use', 'other support'] as const;

/**
 * Which services would take this child, and why the others would not, by pathway. Words and plain
 * precedence, never a score: a service made for whom the young person wishes for comes first, then one
 * with places, with the shorter wait, by name.
 *
 * What nobody has confirmed for 180 days is left out, as is what has ended.
 */
export function match(child: Child, services: readonly Listed[], at: Date): Pathway[] {
	const known = services.filter(
		(service) => service.endedAt === null && freshnessOf(service, at) !== 'hidden'
	);
	return names
		.map((name) => ({ name, needs: child.needs.filter((need) => pathwayOf[need] === name) }))
		.filter(({ needs }) => needs.length > 0)
		.map((pathway) => ({ ...pathway, ...sorted(child, pathway.needs, known, at) }));
}

function sorted(child: Child, needs: readonly Need[], known: readonly Listed[], at: Date) {
	const all = known
		.map((service) => ({
			service,
			needs: needs.filter((need) => service.needs.includes(need)),
			reasons: reasonsAgainst(service, child),
			marked: freshnessOf(service, at) === 'marked'
		}))
		.filter((one) => one.needs.length > 0);
	const fits = all.filter(({ reasons }) => reasons.length === 0).toSorted(before(child));
	const next = fits.length > 0 ? [] : all.filter(({ service }) => isElsewhere(service, child));
	return {
		fits,
		nearly: all
			.filter((one) => one.reasons.length > 0 && !next.includes(one))
			.toSorted((one, other) => one.reasons.length - other.reasons.length || inWait(one, other)),
		elsewhere: next.toSorted(nearer(child, known))
	};
}

// Only where they live stands against it, and where that is is known.
const isElsewhere = (service: Listed, child: Child): boolean =>
	child.area.trim() !== '' &&
	elsewhere(service, child) !== undefined &&
	otherReasons(service, child).length === 0;

type Order = (one: Match, other: Match) => number;

const before =
	(child: Child): Order =>
	(one, other) =>
		Number(isWished(other, child)) - Number(isWished(one, child)) || inWait(one, other);

const isWished = ({ service }: Match, child: Child): boolean =>
	service.audiences.some((each) => each !== 'anyone' && child.audiences.includes(each));

const nearer = (child: Child, known: readonly Listed[]): Order => {
	const from = middleOf(child.area, known);
	return (one, other) => {
		const [near, far] = [kilometresTo(one.service, from), kilometresTo(other.service, from)];
		return near === far ? inWait(one, other) : near - far;
	};
};

const capacityOrder = ['has places', 'has a wait', 'full', 'not stated'];

const inWait: Order = ({ service: one }, { service: other }) =>
	capacityOrder.indexOf(one.capacity) - capacityOrder.indexOf(other.capacity) ||
	(one.waitWeeks ?? Infinity) - (other.waitWeeks ?? Infinity) ||
	one.name.localeCompare(other.name, 'en-GB');

/** Whether domestic abuse and substances are both there, so that one joint referral can ask both services. */
export const isJoint = (pathways: readonly Pathway[]): boolean =>
	['domestic abuse', 'substance use'].every((name) =>
		pathways.some((one) => one.name === name && one.fits.length + one.nearly.length > 0)
	);
