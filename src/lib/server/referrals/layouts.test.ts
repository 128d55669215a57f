import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFor, layouts, notForAge } from './layouts.ts';
import {
	alwaysAsked,
	knownFields,
	missingFrom,
	recordFields,
	sectionsOf,
	type ReferralRecord
} from './record.ts';

type Sector = Parameters<typeof layoutFor>[1]['sector'];

const recordOf = (write: (field: string, index: number) => string): ReferralRecord =>
	Object.fromEntries(
		recordFields.map((field, index) => [field, write(field, index)])
	) as ReferralRecord;

const marked = recordOf((field) => `<${field}>`);
const named = (id: string) => layouts.find((each) => each.id === id)!;

describe('a layout', () => {
	test('has an id of its own and names no field twice', () => {
		expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length);
		for (const { sections } of layouts) {
			const fields = sections.flatMap((each) => each.fields.map(({ field }) => field));
			expect(new Set(fields).size).toBe(fields.length);
		}
	});

	test('lets its own fields leave, whatever is written, and nothing else of the record', () => {
		const texts = fc.array(fc.string(), {
			minLength: recordFields.length,
			maxLength: recordFields.length
		});
		fc.assert(
			fc.property(fc.constantFrom(...layouts), texts, (layout, written) => {
				const record = recordOf((field, index) => `<${field}>${written[index]}`);
				const own = layout.sections.flatMap(({ fields }) => fields.map(({ field }) => field));
				const left = sectionsOf(layout, record).flatMap(({ fields }) => fields);
				expect(left.map(({ field }) => field)).toEqual(own);
				expect(left.every(({ field, says }) => says === record[field as never])).toBe(true);
			})
		);
	});

	test('keeps what it does not name out of every word that leaves', () => {
		const said = JSON.stringify(sectionsOf(named('substances'), marked));
		expect(said).toContain('<substances>');
		for (const kept of ['siblings', 'personWhoHarms', 'ordersInPlace', 'household'])
			expect(said).not.toContain(`<${kept}>`);
	});

	test('asks for what it cannot do without, and says nothing of a field left empty', () => {
		const empty = recordOf(() => ' ');
		for (const layout of layouts) {
			expect(sectionsOf(layout, empty)).toEqual([]);
			const asked = missingFrom(layout, empty).map(({ field }) => field);
			const always = ['childName', 'childBornOn', 'reason', 'safeContact', 'agreement'];
			expect(asked).toEqual(expect.arrayContaining(always));
			expect(missingFrom(layout, marked)).toEqual([]);
		}
	});

	test('never requires a tool, a crime reference or a UPN', () => {
		for (const layout of layouts)
			expect(missingFrom(layout, { ...marked, toolUsed: '', toolJudgement: '' })).toEqual([]);
		expect(recordFields.filter((field) => /upn|crime/i.test(field))).toEqual([]);
	});

	test('of every one names what leaves with each referral: the child, who refers, and what is always asked', () => {
		for (const { sections } of layouts) {
			const fields = sections.flatMap((each) => each.fields.map(({ field }) => field));
			expect(fields).toEqual(expect.arrayContaining([...knownFields, ...alwaysAsked]));
		}
	});

	test('for a MARAC is for 16 and over, and says where to take a younger pupil', () => {
		const marac = named('marac');
		expect(notForAge(marac, 16)).toBeUndefined();
		expect(notForAge(marac, 15)).toMatch(/children’s social care/);
		expect(notForAge(named('early-help'), 5)).toBeUndefined();
	});

	test('is the one of the service’s sector, unless another is chosen', () => {
		const asked = (sector: Sector, chosen = 'own') => layoutFor(chosen, { sector }).id;
		expect(asked('domestic abuse')).toBe('domestic-abuse');
		expect(asked('substance use')).toBe('substances');
		expect(asked('both')).toBe('neutral');
		expect(asked('other')).toBe('neutral');
		expect(asked('domestic abuse', 'early-help')).toBe('early-help');
		expect(() => asked('both', 'none')).toThrow();
	});
});
