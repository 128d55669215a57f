export {
	audiences,
	capacities,
	livings,
	needs,
	parentalAgreements,
	routes,
	sectors
} from './columns.ts';
export { asTyped, capacity, keeping, pressing } from './form.ts';
export { freshnessOf, type Freshness } from './freshness.ts';
export {
	byId,
	inReach,
	list,
	ofOrganisation,
	ownList,
	type Listed,
	type Recipient,
	type Service
} from './listing.ts';
export { keptLists, listsOf, type Audience, type Need, type Place } from './lists.ts';
export {
	confirm,
	end,
	keep,
	ownListing,
	setCapacity,
	type Place as KeepingPlace
} from './keeping.ts';
export {
	feedImports,
	feedItems,
	feedRowAreas,
	feedRows,
	feeds,
	serviceAreas,
	services
} from './schema.ts';
export { state, type Stated } from './stating.ts';
