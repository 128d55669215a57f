import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acts, may, roles, type Act, type Role } from './index.ts';

const of = (...held: Role[]) => ({ roles: held });

// Written out again and not read from the code: a slip of the hand there is seen here.
const adultsOfASchool = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const allowed: Record<Act, string[]> = {
	'open the desk': [...roles],
	'find a pupil': adultsOfASchool,
	'log a concern': adultsOfASchool,
	'read a concern': adultsOfASchool,
	'list concerns to triage': ['deputy', 'lead'],
	'triage a concern': ['deputy', 'lead'],
	'list cases': ['deputy', 'lead'],
	'read a case': ['deputy', 'lead'],
	'add to a case': ['deputy', 'lead'],
	'send a referral': ['deputy', 'lead'],
	'read a referral': ['deputy', 'lead'],
	'list referrals received': ['worker', 'manager'],
	'read a referral received': ['worker', 'manager'],
	'answer a referral': ['worker', 'manager'],
	'keep the ledger': ['deputy', 'head', 'lead']
};

describe('who may do what', () => {
	test.each(acts)('%s: those roles and no other', (act) => {
		expect(roles.filter((role) => may(of(role), act)).sort()).toEqual([...allowed[act]].sort());
	});

	test.each(['governor', 'admin', 'analyst', 'operator'] as const)(
		'a %s opens the desk and does nothing else',
		(role) => {
			expect(acts.filter((act) => may(of(role), act))).toEqual(['open the desk']);
		}
	);

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
