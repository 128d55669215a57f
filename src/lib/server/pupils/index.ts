export { byId, byIds, find, findable, type Found } from './finding.ts';
export { named } from './finding.ts';
export { pupils } from './schema.ts';
export { siblings } from './siblings.ts';
