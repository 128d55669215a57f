import { describe, expect, test } from 'vitest';
import { bundleOf, type Exported } from './bundle.ts';
import { placeOf } from './fhir-states.ts';
import { places } from './loop.ts';

const referral: Exported = {
	sentAt: new Date('2026-01-15T09:30:00Z'),
	senderName: 'A school',
	recipientName: 'A service',
	place: 'sent',
	urgency: 'urgent',
	sections: [
		{
			heading: 'What is happening',
			fields: [{ field: 'reason', label: 'What is happening', says: 'Shouting at home' }]
		}
	],
	child: { name: { family: 'Example', given: ['Sam'] }, bornOn: '2012-05-01' }
};

type Resource = Record<string, unknown> & { resourceType: string };
const resourcesOf = (exported: Exported) =>
	bundleOf(exported).entry.map(({ resource }) => resource as Resource);

describe('a referral as a FHIR bundle', () => {
	test('is a request, its task, the child and both organisations', () => {
		expect(resourcesOf(referral).map(({ resourceType }) => resourceType)).toEqual([
			'ServiceRequest',
			'Task',
			'Patient',
			'Organization',
			'Organization'
		]);
	});

	test('points only at what it holds', () => {
		const bundle = bundleOf(referral);
		const held = bundle.entry.map(({ fullUrl }) => fullUrl);
		expect(new Set(held).size).toBe(held.length);
		const pointed = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)];
		expect(pointed).toHaveLength(7);
		for (const [, url] of pointed) expect(held).toContain(url);
	});

	test('says in every place what can be read back as that place', () => {
		for (const place of places) {
			const [request, task] = resourcesOf({ ...referral, place });
			const { text: businessStatus } = task!.businessStatus as { text: string };
			const said = {
				task: task!.status as string,
				serviceRequest: request!.status as string,
				businessStatus
			};
			expect(placeOf(said)).toBe(place);
		}
	});

	test('holds the words that left the school, no identifier, and nothing else of a wider record', () => {
		const wider = { ...referral, upn: 'H801200001001', record: { siblings: 'A brother' } };
		const said = JSON.stringify(bundleOf(wider));
		expect(said).toContain('Shouting at home');
		expect(said).not.toMatch(/H801200001001|A brother|identifier/);
	});
});
