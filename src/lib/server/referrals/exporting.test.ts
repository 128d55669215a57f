import { describe, expect, test } from 'vitest';
import {
	amal,
	as,
	aSchool,
	dee,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	referred,
	robin
} from '../testing.ts';
import * as referrals from './index.ts';

describe('a referral taken away as data', () => {
	test.each(['fhir', 'json'] as const)(
		'as %s holds what was sent, and no number of a pupil',
		async (format) => {
			const db = await aSchool();
			const reference = await referred(db);

			const taken = JSON.stringify(await referrals.take(db, dee, reference, format, later(5)));

			for (const said of ['Several of us have noticed a change.', robin.familyName, robin.bornOn])
				expect(taken).toContain(said);
			expect(taken).not.toContain(robin.admissionNumber);
			expect(taken).not.toContain(robin.id);
			expect((await ledgerOf(db)).slice(-2)).toEqual([
				`dee read referral ${reference}`,
				`dee took away as ${format} referral ${reference}`
			]);
		}
	);

	test('as FHIR says where it stands so that it can be read back', async () => {
		const db = await aSchool();
		const bundle = await referrals.take(db, dee, await referred(db), 'fhir', later(5));
		expect(bundle).toMatchObject({
			resourceType: 'Bundle',
			entry: [
				{ resource: { resourceType: 'ServiceRequest', status: 'active' } },
				{ resource: { resourceType: 'Task', status: 'requested' } },
				{ resource: { resourceType: 'Patient', birthDate: robin.bornOn } },
				{ resource: { resourceType: 'Organization' } },
				{ resource: { resourceType: 'Organization' } }
			]
		});
	});

	test.each([
		['a teacher', amal],
		['who keeps the school', nell],
		['a worker', as(dee, 'worker')]
	])('is not for %s', async (_who, staff) => {
		const db = await aSchool();
		const reference = await referred(db);
		expect(await referrals.take(db, staff, reference, 'json', later(5))).toBe('not found');
		expect((await ledgerOf(db)).at(-1)).toBe(`${staff.id} was refused act send a referral`);
	});

	test('is not taken while the ledger cannot be written', async () => {
		const db = await aSchool();
		const reference = await referred(db);
		await fillTheLedger(db);
		await expect(referrals.take(db, dee, reference, 'fhir', later(5))).rejects.toThrow();
	});
});
