import { expect, test } from 'vitest';
import { dayInWords, reviewInWords, yearsInWords } from './words.ts';

const amal = { name: 'Amal', as: 'teacher', on: '2026-11-20' };
const bea = { name: 'Bea', as: 'domestic abuse specialist', on: '2026-11-21' };

test('a drafted lesson says that no specialist has checked it', () => {
	expect(reviewInWords({ status: 'drafted', checkedBy: [] })).toBe(
		'Drafted. Not yet checked by a specialist.'
	);
});

test('a checked lesson says who checked it, as what, and when', () => {
	expect(reviewInWords({ status: 'checked', checkedBy: [amal, bea] })).toBe(
		'Checked by Amal (teacher, 20 November 2026) and Bea (domestic abuse specialist, 21 November 2026).'
	);
});

test('years and days are said as people say them', () => {
	expect(yearsInWords([9])).toBe('Year 9');
	expect(yearsInWords([4, 5])).toBe('Years 4 and 5');
	expect(dayInWords('2026-11-22')).toBe('22 November 2026');
});
