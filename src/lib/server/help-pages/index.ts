export { asTyped, keep, keeping, mostAdults, mostServices, own, type Place } from './keeping.ts';
export { exitOf, shownAt, type Adult, type HelpPage, type Near } from './reading.ts';
export { helpPageAdults, helpPages, helpPageServices } from './schema.ts';
