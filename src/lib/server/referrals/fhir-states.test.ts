import { expect, test } from 'vitest';
import { fhirOf, placeOf } from './index.ts';
import { places } from './loop.ts';

test.each(places)('“%s” maps and maps back', (place) => {
	expect(placeOf(fhirOf(place))).toBe(place);
});

test('no two places are the same in FHIR', () => {
	expect(new Set(places.map((place) => JSON.stringify(fhirOf(place)))).size).toBe(places.length);
});

test('what says nothing of a business status is the first place that has both statuses', () => {
	expect(placeOf({ task: 'rejected', serviceRequest: 'active' })).toBe('declined');
	expect(placeOf({ task: 'accepted', serviceRequest: 'active' })).toBe('accepted');
});

test('what contradicts itself, or is nothing we know, is no place', () => {
	expect(placeOf({ ...fhirOf('declined'), businessStatus: 'accepted' })).toBeUndefined();
	expect(placeOf({ task: 'ready', serviceRequest: 'active' })).toBeUndefined();
});
