export { answer, type Answer } from './answering.ts';
export { Unread } from './fetching.ts';
export { importFrom } from './importing.ts';
export { sourceOf, type Source } from './sources.ts';
export type { Report } from './switching.ts';
