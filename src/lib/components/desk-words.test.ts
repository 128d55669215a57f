import { expect, test } from 'vitest';
import { age } from './age.ts';
import { inWords } from './in-words.ts';
import { summaryOf } from './problems.ts';

test.each([
	['immediate', 'Now'],
	['three school days', 'Within three school days'],
	['child’s voice', 'Child’s voice'],
	['not understood', 'Could not be read']
])('%s is said as on its form: %s', (recorded, said) => {
	expect(inWords(recorded)).toBe(said);
});

test.each([
	['2013-11-24', '2026-11-23T12:00:00Z', 12],
	['2013-11-23', '2026-11-23T12:00:00Z', 13],
	['2013-07-01', '2026-06-30T23:30:00Z', 13],
	['2012-02-29', '2026-02-28T12:00:00Z', 13],
	['2012-02-29', '2026-03-01T12:00:00Z', 14]
])('somebody born on %s is, at %s, %i', (bornOn, at, years) => {
	expect(age(bornOn, new Date(at))).toBe(years);
});

test('problems are listed in the order of the page, whatever order they were found in', () => {
	const problems = { place: 'Say where', key: 'Open it again', pupil: 'Choose' };
	expect(summaryOf(problems, ['pupil', 'place']).map(({ field }) => field)).toEqual([
		'pupil',
		'place',
		'key'
	]);
});
