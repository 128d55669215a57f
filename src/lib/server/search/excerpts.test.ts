import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpts.ts';

const told = (text: string, ...terms: string[]): string =>
	excerpt(text, terms)
		.map(({ says, found }) => (found ? `[${says}]` : says))
		.join('');

describe('an excerpt', () => {
	test('is a short text whole, with each word that begins as one looked for', () => {
		expect(told('A coat, two coats, an overcoat.', 'coat')).toBe(
			'A [coat], two [coats], an overcoat.'
		);
		expect(told('ÉLODIE came', 'elo')).toBe('[ÉLODIE] came');
		expect(told('यह हिन्दी है', 'हिन्दी')).toBe('यह [हिन्दी] है');
		expect(told('The foo-bar', '"foo-bar"')).toBe('The [foo]-[bar]');
	});

	test('of a long text is what stands around the first of them', () => {
		const text = `${'before '.repeat(60)}the coat ${'after '.repeat(60)}`;
		const found = told(text, 'coat');

		expect(found).toMatch(/^…(before )+the \[coat\] (after )*after…$/);
		expect(found.length).toBeLessThan(170);
	});

	test('of a text in which no word begins so is its beginning', () => {
		expect(told(`${'x'.repeat(300)}`, 'coat')).toBe(`${'x'.repeat(160)}…`);
		expect(told('', 'coat')).toBe('');
	});

	test('cuts no letter in two, and invents none', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 600 }),
				fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), { maxLength: 3 }),
				(text, terms) => {
					const says = excerpt(text, terms)
						.map(({ says }) => says)
						.join('');
					expect(says.length).toBeLessThanOrEqual(162);
					expect(says.isWellFormed()).toBe(true);
					expect(text).toContain(says.replace(/^…/, '').replace(/…$/, ''));
				}
			)
		);
	});
});
