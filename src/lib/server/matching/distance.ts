import type { Listed } from '../directory/index.ts';
import { takesFrom } from './reasons.ts';

type Point = { latitude: number; longitude: number };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

// The mean radius of the earth in kilometres (IUGG).
const radius = 6_371;

/** How far two points are from each other in kilometres, along the ground (the haversine formula). */
export function kilometresBetween(one: Point, other: Point): number {
	const north = radians(other.latitude - one.latitude);
	const east = radians(other.longitude - one.longitude);
	const part =
		Math.sin(north / 2) ** 2 +
		Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
	return 2 * radius * Math.asin(Math.sqrt(part));
}

const pointsOf = ({ places }: Listed): Point[] =>
	places.flatMap(({ latitude, longitude }) =>
		latitude === null || longitude === null ? [] : [{ latitude, longitude }]
	);

/**
 * About where a council is: the middle of the places of the services that name it. There is no map of
 * councils here, so that nothing is known of one where no service with a place works.
 */
export function middleOf(area: string, services: readonly Listed[]): Point | undefined {
	const points = services
		.filter((service) => service.areas.length > 0 && takesFrom(service, area))
		.flatMap(pointsOf);
	if (points.length === 0) return undefined;
	const mean = (of: (point: Point) => number): number =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	return { latitude: mean((one) => one.latitude), longitude: mean((one) => one.longitude) };
}

/** How far the nearest place of a service is from a point, in kilometres; infinitely, where either is not known. */
export const kilometresTo = (service: Listed, from: Point | undefined): number =>
	Math.min(
		Infinity,
		...(from ? pointsOf(service).map((place) => kilometresBetween(from, place)) : [])
	);
