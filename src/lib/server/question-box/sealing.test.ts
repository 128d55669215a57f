import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostLetters, newPrivateKey, publicKeyOf, seal, unseal } from './sealing.ts';

const own = newPrivateKey();
const shown = publicKeyOf(own);
const code = '0000-0000-0000-0000';

test('whatever is sealed opens as it was, with the key of the box', () => {
	const words = fc.string({ unit: 'grapheme', maxLength: 60 });
	fc.assert(
		fc.property(words, (words) => {
			expect(unseal(seal(words, shown, code), own, code)).toBe(words);
		}),
		{ numRuns: 50 }
	);
});

test('the longest question there may be opens whole, in whatever letters', () => {
	for (const letter of ['a', 'é', 'ع', '水']) {
		const words = letter.repeat(mostLetters);
		expect(unseal(seal(words, shown, code), own, code)).toBe(words);
	}
	const emoji = '🙂'.repeat(mostLetters / 2);
	expect(unseal(seal(emoji, shown, code), own, code)).toBe(emoji);
});

test('its length says nothing of the words, and twice the same is never alike', () => {
	const sealed = ['', 'Why?', 'a'.repeat(mostLetters), '水'.repeat(mostLetters), 'Why?'].map(
		(words) => seal(words, shown, code)
	);
	expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
	expect(new Set(sealed).size).toBe(sealed.length);
});

test('no other key opens it, nor the same key as of another box, nor when a bit of it was changed', () => {
	const sealed = seal('Why?', shown, code);
	expect(() => unseal(sealed, newPrivateKey(), code)).toThrow();
	expect(() => unseal(sealed, own, '0000-0000-0000-0001')).toThrow();
	const bytes = Buffer.from(sealed, 'base64url');
	for (const at of [0, 33, 50, bytes.length - 1]) {
		const changed = Buffer.from(bytes);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(() => unseal(changed.toString('base64url'), own, code)).toThrow();
	}
});
