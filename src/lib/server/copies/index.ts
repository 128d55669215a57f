export {
	aboutTheCopy,
	keptOfALesson,
	keptOfSome,
	offline,
	packOf,
	scheme,
	worker
} from './addresses.ts';
