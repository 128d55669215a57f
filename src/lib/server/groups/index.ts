export { filling, putIn, takeOut } from './filling.ts';
export { give, giving, leaveAll, takeBack } from './giving.ts';
export { lookedAfterBy, looksAfter } from './looking-after.ts';
export { make, making } from './making.ts';
export { list, read, type Group, type ListedGroup } from './reading.ts';
export { groupPupils, groups, groupStaff } from './schema.ts';
