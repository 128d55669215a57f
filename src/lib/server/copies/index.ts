export { aboutTheCopy, keptOfALesson, offline, packOf, scheme, worker } from './addresses.ts';
