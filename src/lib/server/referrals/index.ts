export { nothingAgreed, stepReceived, type AgreedWith } from './answering.ts';
export { countReceived, countSent, type Standings } from './counting.ts';
export { usualWithin, openBy, type Within } from './due.ts';
export { exitsOf, exitsOfReceived, stepOptions } from './exits.ts';
export { caseload, type Carried } from './caseload.ts';
export {
	keepingToWorkers,
	keepToWorkers,
	keptReferrals,
	keptTo,
	openingToTeam,
	openToTeam
} from './keeping-to-workers.ts';
export { endAllWork, isLastWorker } from './workers.ts';
export { endFor, giveTo } from './working.ts';
export { take, takeReceived, type Format } from './exporting.ts';
export { stepSent } from './following.ts';
export { dated, isFormStep, stepForm, stepping, views, type FormStep } from './forms.ts';
export {
	countWaiting,
	isUndecided,
	listReceived,
	type Received,
	type ReceivedEvent
} from './inbox.ts';
export { exitsFor, isFinal, type Place, type Side, type Step } from './loop.ts';
/** The shapes of which messages between organisations are made. */
export { id, moment, name, narrative } from './messages.ts';
export { readOutside, stepOutside, tellOfLink } from './outside.ts';
export { list, read, type Sent } from './reading.ts';
export { asTyped, hasEnded, repeat, type Repeat } from './repeating.ts';
export { timesWith, type Times } from './timing.ts';
export { timesBefore, triesAmong, triesIn, triesOf, type Tries, type Try } from './trying.ts';
export { fhirOf, placeOf, type FhirState } from './fhir-states.ts';
export { readReceived } from './reading-received.ts';
export { receivers } from './receiving.ts';
export { find } from './restricting.ts';
export { agreements, declineReasons, lostReasons } from './schema.ts';
export { send } from './sending.ts';
export { standing, standingReceived, type Standing } from './standing.ts';
export { type StepForm } from './stepping.ts';
export { layoutFor, layouts, notForAge } from './layouts.ts';
export { filledFrom } from './filling.ts';
export { alwaysAsked, knownFields, maracCriteria } from './record.ts';
export { nothingFurther, sending } from './writing.ts';
export { lateReceived, lateSent } from './waiting.ts';
