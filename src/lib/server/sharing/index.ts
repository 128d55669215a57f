export {
	answersIn,
	bases,
	keepAnswers,
	share,
	sharing,
	unanswered,
	type Answers
} from './deciding.ts';
export { keepBack, keepingBack } from './keeping-back.ts';
export { keyOf, kinds, lookAgain, withKey, type Finding, type Leaving } from './looking-again.ts';
export { sharingAnswers, sharingDecisions } from './schema.ts';
