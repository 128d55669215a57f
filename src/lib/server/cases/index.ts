export { factsOf, visibleTo } from './access.ts';
export { act, type Action } from './acting.ts';
export { around, standingAround } from './around.ts';
export { chronicle, referenceOf } from './chronicling.ts';
export { correct } from './correcting.ts';
export { countOpen } from './counting.ts';
export { daysDue, due, ownActions, readAction, type DueAction } from './due.ts';
export {
	climb,
	climbing,
	disagree,
	disagreeing,
	lateDisagreements,
	openDisagreements,
	settle,
	settling,
	type OpenDisagreement
} from './disagreeing.ts';
export { end, ending } from './ending.ts';
export { isAboutAnother, isNotKeptFrom, type Entry } from './entries.ts';
export { family, type FamilyEntry } from './family.ts';
export { handOver, handingOver, ownedBy, ownsAnything } from './handing-over.ts';
export { list, listClosed, listQuiet, type ListedCase } from './listing.ts';
export { move, moving } from './moving.ts';
export { note, noting, written } from './noting.ts';
export {
	abuseKinds,
	abusePicturing,
	pictureAbuse,
	pictureSubstances,
	picturesOf,
	substancePicturing
} from './picturing.ts';
export { plan, planning, planOf } from './planning.ts';
export { look, read, type Case } from './reading.ts';
export { print, printing } from './printing.ts';
export { find, restrictable } from './restricting.ts';
export {
	actionsOpen,
	cases,
	casesOpen,
	disagreementEndings,
	disagreements,
	chronology,
	kinds,
	outcomes,
	plans,
	voices
} from './schema.ts';
export { echoAll, type Closed } from './standing.ts';
export { caseFor, lookAgain, triage, type Triaged } from './triaging.ts';
export { close, closing, reopen, reopening } from './turning.ts';
