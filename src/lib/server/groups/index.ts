export { lookedAfterBy, looksAfter } from './looking-after.ts';
export { groupPupils, groups, groupStaff } from './schema.ts';
