export { moment, words } from './columns.ts';
export { open, write, type Database, type Kind, type Tx } from './database.ts';
export { CannotOpen, codeOf } from './faults.ts';
export type { Place } from './client.ts';
export { newBoxCode, newPageCode, newReference } from './reference.ts';
export { wellFormed } from './text.ts';
