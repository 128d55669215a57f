export { factsOf, visibleTo } from './access.ts';
export { chronicle, referenceOf } from './chronicling.ts';
export { countOpen } from './counting.ts';
export { note, noting, written } from './noting.ts';
export { list, look, read, type Case, type Entry, type ListedCase } from './reading.ts';
export { find, restrictable } from './restricting.ts';
export { cases, kinds } from './schema.ts';
export { openCaseFor, triage, type Triaged } from './triaging.ts';
