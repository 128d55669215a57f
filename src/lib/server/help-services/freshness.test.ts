import { expect, test } from 'vitest';
import { datesAfter, freshness, noChecks } from './freshness.ts';
import { serviceById } from './services.ts';

const childline = {
	...serviceById('childline')!,
	...datesAfter('2026-11-22'),
	readOn: '2026-11-22'
};
const on = (date: string, checks = noChecks) =>
	freshness(childline, new Date(`${date}T12:00:00Z`), checks);

test('what was read is looked at again after 90 days, and hidden after 180', () => {
	expect(datesAfter('2026-11-22')).toEqual({ checkAgain: '2027-02-20', hideAfter: '2027-05-21' });
});

test('it is fresh up to the first date, old up to the second, and then too old', () => {
	expect(on('2027-02-20').is).toBe('fresh');
	expect(on('2027-02-21').is).toBe('old');
	expect(on('2027-05-21').is).toBe('old');
	expect(on('2027-05-22').is).toBe('too old');
});

test('a person’s check counts from its own day, and says so', () => {
	const checks = new Map([['childline', '2027-05-01']]);

	expect(on('2027-05-22', checks)).toEqual({
		...{ is: 'fresh', checkedOn: '2027-05-01', checkAgain: '2027-07-30' }
	});
	expect(on('2027-05-22', new Map([['shout', '2027-05-01']])).is).toBe('too old');
});
