import { inWords } from './in-words.ts';

/** What each role may do, in a line, beside its box. */
const means: Record<string, string> = {
	staff: 'Writes down what worries them, and reads what they wrote',
	teacher: 'The same, for those who teach',
	pastoral: 'Reads as well what is written about the pupils of a group that they are given',
	deputy: 'Decides on concerns and keeps cases, as the lead does',
	lead: 'Decides on concerns, keeps cases, and is told of every change of a role',
	head: 'Keeps people; opens a restricted record when named, or by breaking the glass',
	governor: 'Sees counts and what was taught, and no record of anybody',
	admin: 'Keeps people; never reads a concern',
	worker: 'Reads and answers the referrals that the service receives',
	manager: 'The same, and keeps people and sees counts',
	analyst: 'Sees counts and nothing else'
};

/** Roles as boxes to choose from. */
export const asOptions = (roles: readonly string[]) =>
	roles.map((role) => ({ value: role, label: inWords(role), hint: means[role] }));

/** Several roles in one line. */
export const rolesInWords = (roles: readonly string[]): string => roles.map(inWords).join(', ');
