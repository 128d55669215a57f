export { byId, list, type Service } from './listing.ts';
export { state, type Stated } from './stating.ts';
