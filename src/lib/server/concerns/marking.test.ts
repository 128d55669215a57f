import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regions } from '#lib/body.ts';
import { marksIn } from './marking.ts';

describe('marks in a form', () => {
	test('are one a line, by the region that they are on, from the head down', () => {
		const { marks, problems } = marksIn({
			'mark-front-left-forearm': 'yes',
			'says-front-left-forearm': 'Round, 1 cm, brown\r\n\r\n  Scratch, red  \n',
			'mark-front-forehead': 'yes',
			'says-front-forehead': 'Swelling'
		});

		expect(marks).toEqual([
			{ region: 'front-forehead', says: 'Swelling' },
			{ region: 'front-left-forearm', says: 'Round, 1 cm, brown' },
			{ region: 'front-left-forearm', says: 'Scratch, red' }
		]);
		expect(problems).toEqual({});
	});

	test('are none in a form that has none', () => {
		expect(marksIn({})).toEqual({ marks: [], problems: {} });
		expect(marksIn({ 'says-front-chest': ' \n ' })).toEqual({ marks: [], problems: {} });
	});

	test('must be described where a region is ticked', () => {
		expect(marksIn({ 'mark-back-neck': 'yes', 'says-back-neck': '  ' })).toEqual({
			marks: [],
			problems: { 'says-back-neck': 'Describe the mark: neck, back' }
		});
	});

	test('that were described and not ticked are kept: no words are lost', () => {
		expect(marksIn({ 'says-back-neck': 'A scratch' }).marks).toEqual([
			{ region: 'back-neck', says: 'A scratch' }
		]);
	});

	test('of a region that there is none of are no marks', () => {
		expect(
			marksIn({ 'mark-front-wing': 'yes', 'says-front-wing': 'A feather', 'mark-': 'yes' })
		).toEqual({ marks: [], problems: {} });
	});

	test('are at most sixty, and what is said is at the region that has too many', () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, at) => `Dot ${at}`).join('\n');

		expect(marksIn({ 'says-front-chest': many(60) }).problems).toEqual({});
		expect(
			marksIn({ 'says-front-chest': many(60), 'says-back-neck': many(1) }).problems
		).toHaveProperty('says-front-chest');
	});

	test('have at most 2,000 letters each', () => {
		expect(marksIn({ 'says-front-chest': 'x'.repeat(2000) }).problems).toEqual({});
		expect(marksIn({ 'says-front-chest': `x\n${'x'.repeat(2001)}` }).problems).toEqual({
			'says-front-chest': 'Keep each mark under 2,000 letters'
		});
	});

	test('whatever was typed, hold every word of it and only regions that there are', () => {
		const ids = regions.map(({ id }) => id);
		const fields = fc.dictionary(
			fc.constantFrom(...ids, 'front-wing').map((id) => `says-${id}`),
			fc.string({ unit: 'grapheme', maxLength: 200 })
		);

		fc.assert(
			fc.property(fields, (typed) => {
				const { marks } = marksIn(typed);
				expect(marks.every(({ region }) => ids.includes(region))).toBe(true);
				for (const [name, said] of Object.entries(typed))
					if (name !== 'says-front-wing')
						for (const line of said.split(/\r?\n/))
							if (line.trim())
								expect(marks).toContainEqual({ region: name.slice(5), says: line.trim() });
			})
		);
	});
});
