import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	amal,
	as,
	aSchool,
	aSchoolAndAService,
	dee,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	referred,
	robin,
	wren
} from '../testing.ts';
import * as referrals from './index.ts';

const formats: referrals.Format[] = ['fhir', 'json', 'pdf'];
// The paper itself is made, and looked at, with the documents.
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The paper as its maker gets it, and not yet set. */
const asIs = async (paper: object): Promise<Uint8Array> =>
	new TextEncoder().encode(JSON.stringify(paper));
const into = (format: referrals.Format) => ({ format, make: asIs });

const fileOf = <File>(file: File): Extract<File, { bytes: Uint8Array }> => {
	if (typeof file !== 'object') throw new Error('Nothing was taken away in the test');
	return file as Extract<File, { bytes: Uint8Array }>;
};

describe('a referral taken away', () => {
	test.each(formats)('as %s holds what was sent, and no number of a pupil', async (format) => {
		const db = await aSchool();
		const reference = await referred(db);

		const file = fileOf(await referrals.take(db, dee, reference, into(format), later(5)));

		const taken = textOf(file.bytes);
		for (const said of ['Several of us have noticed a change.', robin.familyName])
			expect(taken).toContain(said);
		expect(taken).not.toContain(robin.admissionNumber);
		expect(taken).not.toContain(robin.id);
		const sha256 = createHash('sha256').update(file.bytes).digest('hex');
		expect((await ledgerOf(db)).slice(-2)).toEqual([
			`dee read referral ${reference}`,
			`dee took away as ${format} ${sha256} referral ${reference}`
		]);
	});

	test('as FHIR says where it stands so that it can be read back', async () => {
		const db = await aSchool();
		const file = fileOf(await referrals.take(db, dee, await referred(db), into('fhir'), later(5)));
		expect(file.type).toBe('application/fhir+json');
		expect(JSON.parse(textOf(file.bytes))).toMatchObject({
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

	test('by the service that received it is what the school sent, and the school is told that it was opened', async () => {
		const { school, service, carry } = await aSchoolAndAService();
		const reference = await referred(school);
		await carry();

		const file = fileOf(
			await referrals.takeReceived(service, wren, reference, into('fhir'), later(5))
		);

		expect(JSON.parse(textOf(file.bytes))).toMatchObject({
			entry: [
				{ resource: { resourceType: 'ServiceRequest' } },
				{ resource: { resourceType: 'Task', status: 'received' } },
				{ resource: { name: [{ text: 'Robin Mossgate' }], birthDate: robin.bornOn } },
				{ resource: { name: dee.organisation.name } },
				{ resource: { name: wren.organisation.name } }
			]
		});
		expect((await ledgerOf(service)).at(-1)).toMatch(
			new RegExp(`^wren took away as fhir [0-9a-f]{64} referral received ${reference}$`)
		);
	});

	test.each([
		['a teacher', amal],
		['who keeps the school', nell],
		['a worker', as(dee, 'worker')]
	])('is not for %s', async (_who, staff) => {
		const db = await aSchool();
		const reference = await referred(db);
		expect(await referrals.take(db, staff, reference, into('json'), later(5))).toBe('not found');
		expect((await ledgerOf(db)).at(-1)).toBe(`${staff.id} was refused act send a referral`);
	});

	test.each([
		['an analyst of the service', as(wren, 'analyst')],
		['a lead of a school', dee]
	])('is not for %s where it was received', async (_who, staff) => {
		const { school, service, carry } = await aSchoolAndAService();
		const reference = await referred(school);
		await carry();
		expect(await referrals.takeReceived(service, staff, reference, into('json'))).toBeUndefined();
	});

	test.each(formats)('as %s is not taken while the ledger cannot be written', async (format) => {
		const db = await aSchool();
		const reference = await referred(db);
		await fillTheLedger(db);
		await expect(referrals.take(db, dee, reference, into(format), later(5))).rejects.toThrow();
	});
});
