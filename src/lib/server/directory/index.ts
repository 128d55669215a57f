export { byId, list, type Service } from './listing.ts';
export { state } from './stating.ts';
