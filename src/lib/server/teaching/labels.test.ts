import { describe, expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { pupils } from '../pupils/index.ts';
import { aSchool, roll } from '../testing.ts';
import { knownBy, namesAPupil, wrongLabel, wrongLabelHere, wrongNote } from './labels.ts';

describe('what a class is called', () => {
	test.each([
		'8B',
		'8 B',
		'blue',
		'Set 2',
		'set two',
		'Robin',
		'Oak class',
		'9XY/Rs1',
		'10.2',
		'7-2'
	])('may be “%s”', (label) => expect(wrongLabel(label)).toBeUndefined());

	test.each([
		['Amelia Hughes', 'the name of somebody'],
		['amelia hughes', 'a name in small letters'],
		['8 Amelia Hughes', 'a name after a number'],
		['Zoë O’Neill', 'a name with an accent and an apostrophe'],
		['Miss Jones', 'a teacher'],
		['A.H.', 'initials'],
		['A H', 'initials with a gap'],
		['H801200001001', 'a UPN'],
		['12/03/2014', 'a day of birth'],
		['2014-03-12', 'a day of birth'],
		['07700 900123', 'a phone number']
	])('may not be “%s”: %s', (label) => {
		expect(wrongLabel(label)).toMatch(/never a pupil/);
	});

	test('is short, and says something', () => {
		expect(wrongLabel('')).toMatch(/^Write what the class is called/);
		expect(wrongLabel('–')).toMatch(/^Write what the class is called/);
		expect(wrongLabel('<b>8B</b>')).toMatch(/^Write what the class is called/);
		expect(wrongLabel('8B'.repeat(11))).toBe('Use at most 20 letters');
	});

	test('is the same with gaps and without, in small letters and in large', () => {
		expect(knownBy('8 B')).toBe(knownBy('8b'));
		expect(knownBy('Set 2')).not.toBe(knownBy('Set 3'));
	});
});

test('what a class is called names nobody of the roll, also by what a class could be called', async () => {
	const db = await aSchool();
	await write(db, (tx) =>
		tx.insert(pupils).values({
			...roll[0],
			...{ id: 'pupil-9', admissionNumber: '9', givenName: 'Hazel', familyName: 'Green' }
		})
	);

	expect(wrongLabel('Hazel Green')).toBeUndefined();
	expect(await wrongLabelHere(db, 'Hazel Green')).toMatch(/never a pupil/);
	expect(await wrongLabelHere(db, 'Hazel')).toBeUndefined();
});

describe('a note', () => {
	test.each(['With Robin Mossgate it went well.', 'mossgate, ROBIN', 'Elodie O Rookstone left.'])(
		'that says “%s” names a pupil of the roll',
		async (says) => {
			expect(await namesAPupil(await aSchool(), says)).toBe(true);
			expect(await wrongNote(await aSchool(), says, 300)).toMatch(/a concern/);
		}
	);

	test('of a bird called Robin names nobody', async () => {
		expect(await wrongNote(await aSchool(), 'The class of Robin was calm.', 300)).toBeUndefined();
	});

	test('is not too long', async () => {
		expect(await wrongNote(await aSchool(), 'x'.repeat(301), 300)).toBe('Use at most 300 letters');
	});
});
