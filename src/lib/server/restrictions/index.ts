export { passOn } from './passing-on.ts';
export { restrictionConditions, restrictionOn, standingOn, type Restrictable } from './standing.ts';
export { reasons } from './schema.ts';
