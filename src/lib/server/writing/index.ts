export { digestOf } from './digest.ts';
export { eachOnce, readAs, type Filed } from './front-matter.ts';
export { held } from './holding.ts';
export { activities, day, list, review, source, words, type Review, type Source } from './parts.ts';
export { gradeOf, lengthOf, sentencesOf } from './reading-age.ts';
export {
	paragraphsOf,
	textsOf,
	unless,
	type Draft,
	type Rule,
	type Told,
	type Written
} from './rule.ts';
