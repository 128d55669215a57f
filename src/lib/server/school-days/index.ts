export {
	addSchoolDays,
	isOver,
	isSchoolDay,
	nextSchoolDay,
	usual,
	type Calendar
} from './calendar.ts';
export { current, own, set } from './keeping.ts';
export { instantOf } from './london.ts';
export { setting, type Setting } from './setting.ts';
export { anHourOfSchoolAfter, deadlineOf, nextStepOf, openingOn, type Urgency } from './waiting.ts';
