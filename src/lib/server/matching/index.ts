export { pathwayOf, type Child } from './child.ts';
export { isJoint, match, type Match, type Pathway } from './matching.ts';
export { asking, needsOf } from './asking.ts';
