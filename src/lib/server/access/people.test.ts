import { describe, expect, test } from 'vitest';
import { givenBy, roles, rolesIn, type Role, type Staff } from './index.ts';

const inA = (kind: Staff['organisation']['kind'], ...held: Role[]) =>
	[
		...givenBy({ roles: held, organisation: { id: '', name: '', kind, demonstration: false } })
	].sort();

const ofASchool = ['admin', 'deputy', 'governor', 'head', 'lead', 'pastoral', 'staff', 'teacher'];

describe('the roles there are', () => {
	test('in each kind of organisation', () => {
		expect([...rolesIn.school].sort()).toEqual(ofASchool);
		expect([...rolesIn.service].sort()).toEqual(['manager', 'worker']);
		expect([...rolesIn.partnership].sort()).toEqual(['admin', 'analyst']);
	});

	test('are all of them, but for the platform’s own', () => {
		const somewhere = new Set(Object.values(rolesIn).flat());
		expect(roles.filter((role) => !somewhere.has(role))).toEqual(['operator']);
	});
});

describe('the roles that somebody may give', () => {
	test('in a school are all of them for the lead and the head', () => {
		expect(inA('school', 'lead')).toEqual(ofASchool);
		expect(inA('school', 'head')).toEqual(ofASchool);
	});

	test('by somebody of several roles are what each of them gives', () => {
		expect(inA('school', 'teacher', 'lead')).toEqual(ofASchool);
		expect(inA('school', 'teacher', 'admin')).toEqual(['admin', 'governor', 'staff', 'teacher']);
	});

	test('by an administrator are none that reads what others wrote', () => {
		expect(inA('school', 'admin')).toEqual(['admin', 'governor', 'staff', 'teacher']);
	});

	test('in a service are the manager’s to give, and in a partnership the administrator’s', () => {
		expect(inA('service', 'manager')).toEqual(['manager', 'worker']);
		expect(inA('partnership', 'admin')).toEqual(['admin', 'analyst']);
	});

	test.each([
		'staff',
		'teacher',
		'pastoral',
		'deputy',
		'governor',
		'worker',
		'analyst',
		'operator'
	] as const)('are none for a %s, anywhere', (role) => {
		for (const kind of ['school', 'service', 'partnership'] as const)
			expect(inA(kind, role)).toEqual([]);
	});

	test('never reach into another kind of organisation, and never to the platform', () => {
		expect(inA('service', 'lead', 'head', 'admin')).toEqual([]);
		expect(inA('partnership', 'lead')).toEqual(['admin']);
		for (const kind of ['school', 'service', 'partnership'] as const)
			expect(inA(kind, ...roles)).not.toContain('operator');
	});
});
