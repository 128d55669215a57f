export type { Letter } from './composing.ts';
export {
	countAttempt,
	markSent,
	post,
	postOnce,
	sendPosted,
	waiting,
	type Waiting
} from './posting.ts';
export { NotSent, sendNow } from './sending.ts';
