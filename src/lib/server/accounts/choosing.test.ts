import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrongWith } from './index.ts';

const dee = {
	name: 'Dee Thornbeck',
	email: 'dee@cairnfield.example',
	organisations: ['Cairnfield School']
};

describe('a password will do', () => {
	test.each([
		'paint on the stone',
		'x9#kQ2!vLm4z',
		'gorse lantern kettle moss',
		'ünïcödé wörter hier'
	])('“%s”', (password) => {
		expect(wrongWith(password, dee)).toBeUndefined();
	});

	test('of any twelve random letters', () => {
		const letter = fc.constantFrom(...'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789#%&*');
		fc.assert(
			fc.property(fc.array(letter, { minLength: 14, maxLength: 20 }), (letters) => {
				const password = letters.join('');
				fc.pre(new Set(letters).size > 8);
				expect(wrongWith(password, dee)).toBeUndefined();
			}),
			{ numRuns: 30 }
		);
	});
});

describe('a password is refused', () => {
	test.each(['', 'short', 'elevenchars', '👩🏽‍🏫👩🏽‍🏫'])('that is short: “%s”', (password) => {
		expect(wrongWith(password, dee)).toContain('at least 12 letters');
	});

	test.each([
		'passwordpassword',
		'qwertyuiop123',
		'aaaaaaaaaaaaaaaaaaaa',
		'123456789012345',
		'letmeinletmein'
	])('that is common: “%s”', (password) => {
		expect(wrongWith(password, dee)).toContain('easy to guess');
	});

	test.each([
		'Cairnfield School',
		'cairnfield12',
		'CAIRNFIELDschool!',
		'dee thornbeck 1',
		'Thornbeck2026!',
		'dee@cairnfield.example'
	])('that is made of the school’s or the person’s name: “%s”', (password) => {
		expect(wrongWith(password, dee)).toContain('your own name or your school’s');
	});

	test('for the one whose name it is, and not for another', () => {
		const rowan = {
			name: 'Rowan Ash',
			email: 'rowan@moss.example',
			organisations: ['Moss School']
		};

		expect(wrongWith('thornbeck under water', rowan)).toBeUndefined();
		expect(wrongWith('thornbeckthornbeck', dee)).toBeDefined();
	});
});

test('a very long one is judged without holding anybody up', () => {
	expect(wrongWith('gorse lantern kettle '.repeat(45), dee)).toBeUndefined();
	expect(wrongWith('a'.repeat(1_000), dee)).toBeDefined();
});
