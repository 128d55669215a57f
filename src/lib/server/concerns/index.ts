export { factsOf, visibleTo } from './access.ts';
export { counts } from './counting.ts';
export { log, type Logged } from './logging.ts';
export { noticing, type Noticed } from './noticing.ts';
export {
	countUntriaged,
	loggedBy,
	look,
	ofGroups,
	read,
	untriaged,
	type Concern,
	type Listed,
	type StepUp
} from './reading.ts';
export { find, restrictable } from './restricting.ts';
export { concernPupils, concerns, decisions, urgencies } from './schema.ts';
export { decide, triaging, type Triage } from './triaging.ts';
export { concernIndicators } from './schema.ts';
