export { faultsOf, type Fault, type SecondReading } from './faults.ts';
export { datesAfter, freshness, noChecks, type Checks, type Freshness } from './freshness.ts';
export {
	daysAfter,
	holidaysKnownThrough,
	isDay,
	openingAt,
	ukTime,
	type Day,
	type Opening
} from './hours.ts';
export {
	emergency,
	every,
	nations,
	serviceById,
	shown,
	type Nation,
	type Service
} from './services.ts';
