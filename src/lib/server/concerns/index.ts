export { factsOf, visibleTo } from './access.ts';
export { add, adding } from './adding.ts';
export { childrenOf, stillAbout, type Child } from './children.ts';
export { correct, correcting, type Corrected } from './correcting.ts';
export { counts } from './counting.ts';
export {
	decide,
	decideAnew,
	echo,
	goesIntoACase,
	isWatching,
	mayLookAgain,
	sameAs,
	type Decision
} from './deciding.ts';
export {
	allLoggedBy,
	countUntriaged,
	loggedBy,
	ofGroups,
	untriaged,
	type Listed
} from './listing.ts';
export { keepFrom, log, type Hearers, type Logged } from './logging.ts';
export { marksIn, type Mark } from './marking.ts';
export { listed, noticing, type Noticed } from './noticing.ts';
export { look, read, type Concern, type StepUp } from './reading.ts';
export { find, restrictable } from './restricting.ts';
export {
	askings,
	concernIndicators,
	concernPupils,
	concerns,
	concernsWaiting,
	concernsWatched,
	decisions,
	indicators,
	parts,
	triages,
	urgencies
} from './schema.ts';
export { triageLists, triaging, type Triage } from './triaging.ts';
export { giveWatches, watchedUntil, watchesOf, type Watched } from './watching.ts';
