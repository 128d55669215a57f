import { describe, expect, test } from 'vitest';
import { acts, policy, roles, ruleOf, type Act, type Relation, type Role } from './index.ts';
import { relationsFor } from './checking.ts';

// The policy written out again by hand, as need-to-know is told to a new member of staff. A slip of the
// hand in the one is seen against the other.
const anyone: Relation[] = ['of the organisation'];
const lead = { lead: anyone, deputy: anyone };
const leadAndNamedHead = { ...lead, head: ['is named on it'] };
const reading = {
	lead: ['of the organisation'],
	deputy: ['of the organisation', 'broke the glass'],
	head: ['is named on it', 'broke the glass']
};
const adults = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const all = (some: string[]) => Object.fromEntries(some.map((role) => [role, anyone]));
const own = ['wrote it', 'is named on it'];

const told: Record<Act, Partial<Record<string, string[]>>> = {
	'open the desk': all([...roles]),
	'keep one’s own account': all([...roles]),
	'find a pupil': all(adults),
	'log a concern': all(adults),
	'read a concern': {
		staff: own,
		teacher: own,
		pastoral: [...own, 'looks after the pupil'],
		head: ['is named on it', 'broke the glass', 'wrote it'],
		deputy: ['of the organisation', 'broke the glass', ...own],
		lead: ['of the organisation', ...own]
	},
	'search records': all(adults),
	'read what was decided': reading,
	'add to a concern': {
		staff: own,
		teacher: own,
		pastoral: own,
		head: own,
		deputy: ['of the organisation', ...own],
		lead: ['of the organisation', ...own]
	},
	'list concerns of a group': { pastoral: ['looks after the pupil'] },
	'list concerns to triage': leadAndNamedHead,
	'triage a concern': leadAndNamedHead,
	'list cases': leadAndNamedHead,
	'read a case': reading,
	'read within a case': {
		lead: anyone,
		deputy: ['of the organisation', 'broke the glass'],
		head: ['of the organisation', 'broke the glass']
	},
	'print a chronology': leadAndNamedHead,
	'add to a case': leadAndNamedHead,
	'do one’s own actions': all(adults),
	'hand over actions': leadAndNamedHead,
	'send a referral': leadAndNamedHead,
	'read a referral': reading,
	'list referrals received': all(['worker', 'manager']),
	'read a referral received': all(['worker', 'manager']),
	'answer a referral': all(['worker', 'manager']),
	'restrict a referral received': all(['manager']),
	'write to a school': all(['worker', 'manager']),
	'triage a report': all(['lead', 'deputy']),
	'see standards': all(['lead', 'deputy', 'head', 'worker', 'manager']),
	'keep standards': all(['lead', 'deputy', 'head', 'manager']),
	'restrict a record': { lead: anyone, head: ['is named on it'] },
	'break the glass': all(['head', 'deputy']),
	'keep the ledger': all(['lead', 'deputy', 'head']),
	'sign the ledger': all(['lead', 'deputy', 'head']),
	'look at the directory': all(['lead', 'deputy', 'head', 'worker', 'manager']),
	'keep a listing': all(['lead', 'deputy', 'head', 'manager']),
	'keep people': all(['admin', 'lead', 'head', 'manager']),
	'keep groups': all(['lead', 'head']),
	'do training': all([...adults, 'governor', 'admin', 'worker', 'manager']),
	'read the training record': all(['lead', 'deputy', 'head', 'manager']),
	'teach a class': all(adults),
	'read questions told': all(['lead', 'deputy', 'head']),
	'see checks of lessons': all([...adults, 'admin']),
	'check a lesson': all(['admin', 'lead', 'deputy', 'head']),
	'read the record of teaching': all(['lead', 'deputy', 'head', 'governor']),
	'read how a lesson went': all(['lead', 'deputy', 'head']),
	'keep what is taught': all(['admin', 'lead', 'deputy', 'head']),
	'see counts': all(['governor', 'analyst', 'head', 'manager', 'lead', 'deputy']),
	'keep the school’s help page': all(['admin', 'lead', 'deputy', 'head']),
	'keep the school’s days': all(['admin', 'lead', 'deputy', 'head']),
	'check help services': all(['operator']),
	'see the platform': all(['operator'])
};

const steppedUp = [
	'print a chronology',
	'restrict a record',
	'restrict a referral received',
	'break the glass',
	'sign the ledger',
	'keep people',
	'keep groups',
	'hand over actions'
];
const notPrivate = [
	'open the desk',
	'keep one’s own account',
	'see standards',
	'keep standards',
	'keep people',
	'look at the directory',
	'keep a listing',
	'do training',
	'read the training record',
	'teach a class',
	'see checks of lessons',
	'check a lesson',
	'read the record of teaching',
	'read how a lesson went',
	'keep what is taught',
	'see counts',
	'keep the school’s help page',
	'keep the school’s days',
	'check help services',
	'see the platform'
];

describe.each(acts)('%s', (act) => {
	test.each(roles)('by a %s, in no other relation than is told', (role) => {
		const held = relationsFor({ roles: [role as Role] }, act);
		expect([...held].sort()).toEqual([...(told[act][role] ?? [])].sort());
	});

	test('waits for a step-up where it should, and only there', () => {
		expect(ruleOf(act).stepUp === true).toBe(steppedUp.includes(act));
	});

	test('is private where it shows or changes what is known of a child, or keeps who may', () => {
		expect(ruleOf(act).private === true).toBe(!notPrivate.includes(act));
	});
});

test('an act that nobody named is nobody’s, private, and waits', () => {
	for (const act of [
		'',
		'read everything',
		'constructor',
		'toString',
		'__proto__',
		'hasOwnProperty'
	])
		expect(ruleOf(act as Act)).toEqual({ grants: [], stepUp: true, private: true });
	expect(Object.keys(policy)).toEqual(Object.keys(told));
});
