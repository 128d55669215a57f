import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acts, may, needsSecondFactor, roles, type Act, type Role } from './index.ts';

const of = (...held: Role[]) => ({ roles: held });

// Written out again and not read from the code: a slip of the hand there is seen here.
const adultsOfASchool = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
// The head only of what they are named on, or broke the glass of: `relations` below.
const whoLeadOrHead = ['deputy', 'lead', 'head'];
const allowed: Record<Act, string[]> = {
	'open the desk': [...roles],
	'keep one’s own account': [...roles],
	'find a pupil': adultsOfASchool,
	'log a concern': adultsOfASchool,
	'read a concern': adultsOfASchool,
	'search records': adultsOfASchool,
	'read what was decided': whoLeadOrHead,
	'add to a concern': adultsOfASchool,
	'list concerns of a group': ['pastoral'],
	'list concerns to triage': whoLeadOrHead,
	'triage a concern': whoLeadOrHead,
	'list cases': whoLeadOrHead,
	'read a case': whoLeadOrHead,
	'read within a case': whoLeadOrHead,
	'print a chronology': whoLeadOrHead,
	'add to a case': whoLeadOrHead,
	'do one’s own actions': adultsOfASchool,
	'hand over actions': whoLeadOrHead,
	'send a referral': whoLeadOrHead,
	'read a referral': whoLeadOrHead,
	'list referrals received': ['worker', 'manager'],
	'read a referral received': ['worker', 'manager'],
	'answer a referral': ['worker', 'manager'],
	'restrict a referral received': ['manager'],
	'write to a school': ['worker', 'manager'],
	'triage a report': ['deputy', 'lead'],
	'see standards': [...whoLeadOrHead, 'worker', 'manager'],
	'keep standards': [...whoLeadOrHead, 'manager'],
	'restrict a record': ['head', 'lead'],
	'break the glass': ['deputy', 'head'],
	'keep the ledger': whoLeadOrHead,
	'sign the ledger': whoLeadOrHead,
	'look at the directory': [...whoLeadOrHead, 'worker', 'manager'],
	'keep a listing': [...whoLeadOrHead, 'manager'],
	'keep people': ['admin', 'head', 'lead', 'manager'],
	'keep groups': ['head', 'lead'],
	'do training': [...adultsOfASchool, 'governor', 'admin', 'worker', 'manager'],
	'read the training record': [...whoLeadOrHead, 'manager'],
	'teach a class': adultsOfASchool,
	'read questions told': whoLeadOrHead,
	'see checks of lessons': [...adultsOfASchool, 'admin'],
	'check a lesson': ['admin', ...whoLeadOrHead],
	'read the record of teaching': [...whoLeadOrHead, 'governor'],
	'read how a lesson went': whoLeadOrHead,
	'keep what is taught': ['admin', ...whoLeadOrHead],
	'see counts': ['analyst', 'deputy', 'governor', 'head', 'lead', 'manager'],
	'keep the school’s help page': ['admin', ...whoLeadOrHead],
	'keep the school’s days': ['admin', ...whoLeadOrHead],
	'check help services': ['operator'],
	'see the platform': ['operator']
};

describe('who may do what', () => {
	test.each(acts)('%s: those roles and no other', (act) => {
		expect(roles.filter((role) => may(of(role), act)).sort()).toEqual([...allowed[act]].sort());
	});

	test.each([
		['governor', ['do training', 'read the record of teaching', 'see counts']],
		[
			'admin',
			[
				'keep people',
				'do training',
				'see checks of lessons',
				'check a lesson',
				'keep what is taught',
				'keep the school’s help page',
				'keep the school’s days'
			]
		],
		['analyst', ['see counts']],
		['operator', ['check help services', 'see the platform']]
	] as const)('a %s reads nothing of any child', (role, theirs) => {
		expect(acts.filter((act) => may(of(role), act))).toEqual([
			'open the desk',
			'keep one’s own account',
			...theirs
		]);
		expect(needsSecondFactor(of(role))).toBe(false);
	});

	test('several roles allow what each allows, and not more', () => {
		const several = fc.uniqueArray(fc.constantFrom(...roles));

		fc.assert(
			fc.property(several, fc.constantFrom(...acts), (held, act) => {
				expect(may(of(...held), act)).toBe(held.some((role) => may(of(role), act)));
			})
		);
	});

	test('a role that nobody named may do nothing', () => {
		const unknown = fc.string().filter((role) => !roles.some((known) => known === role));

		fc.assert(
			fc.property(unknown, fc.constantFrom(...acts), (role, act) => {
				expect(may(of(role as Role), act)).toBe(false);
			})
		);
	});

	test('an act that nobody named is nobody’s', () => {
		const unknown = fc
			.oneof(fc.string(), fc.constantFrom('constructor', 'toString', '__proto__', 'valueOf'))
			.filter((act) => !acts.some((known) => known === act));

		fc.assert(
			fc.property(unknown, (act) => {
				expect(may(of(...roles), act as Act)).toBe(false);
			})
		);
	});

	test('a person without a role may do nothing', () => {
		expect(acts.filter((act) => may(of(), act))).toEqual([]);
	});
});
