export type { Place } from './allowing.ts';
export { leastAnswers, type Change } from './comparing.ts';
export type { Covered, Reach } from './covering.ts';
export { adding, planning, recording, takingBack } from './forms.ts';
export { wrongLabelHere } from './labels.ts';
export { answers, itemsFor, type Item } from './items.ts';
export { callOff, plan } from './planning.ts';
export { atDesk, offered } from './desk.ts';
export type { Planned } from './listing.ts';
export { readPlan, readRecord, type PlanRead, type RecordRead } from './reading.ts';
export { readClass, type ClassRead } from './reading-classes.ts';
export { record, takeBack } from './recording.ts';
export { exported, report, type Report, type YearTaught } from './reporting.ts';
export {
	additionsTakenAway,
	askingsTakenBack,
	classAnswers,
	classesAsked,
	lessonAdditions,
	lessonPlans,
	lessonPlansOff,
	lessonsGiven,
	lessonsTakenBack,
	taughtClasses,
	teachingSettings
} from './schema.ts';
export { lessonOf, waysOf, type Scheme, type Teachable } from './scheme.ts';
export type { Sequence } from './sequences.ts';
export {
	add,
	additionsTo,
	fieldOf as yearsFieldOf,
	keep,
	own,
	settingsOf,
	takeAway,
	type Addition
} from './settings.ts';
export { fieldOf as answerFieldOf, takeAskingBack, tally } from './tallying.ts';
export { years } from './years.ts';
