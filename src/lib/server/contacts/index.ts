export { keep, keeping } from './keeping.ts';
export { ofCase, read, type Contact } from './reading.ts';
export { answers, contacts, contactVersions, safeties } from './schema.ts';
