export type { Place } from './announcing.ts';
export { changeRoles, changing } from './changing.ts';
export { invite, inviting } from './inviting.ts';
export { letLeave } from './leaving.ts';
export { list, read, type Person } from './reading.ts';
