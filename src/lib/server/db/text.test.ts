import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { notes, notesMigrations, ownFolder } from '../../../../tests/faults/testing.ts';
import { open, write } from './database.ts';
import { wellFormed } from './text.ts';

const anyText = fc.string({ unit: 'binary' });
const loneSurrogates = fc.string({
	unit: fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff', '\0', 'a', 'e\u0301', '😀')
});

test('text that is well-formed already is left as it is', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(wellFormed(wellFormed(text))).toBe(wellFormed(text));
		})
	);
});

test('no NUL and no lone surrogate is left in any text, and it is composed', () => {
	fc.assert(
		fc.property(fc.oneof(anyText, loneSurrogates), (text) => {
			const clean = wellFormed(text);
			expect(clean).not.toContain('\0');
			expect(clean.isWellFormed()).toBe(true);
			expect(clean.normalize('NFC')).toBe(clean);
		})
	);
});

test('ordinary words, accents and emoji keep every letter', () => {
	const text = 'She said: “Dwi’n iawn”, Siân 👩‍👧, ﷺ\r\n\ttwo lines';

	expect(wellFormed(text)).toBe(text);
});

test('a lone surrogate becomes the replacement character rather than vanishing', () => {
	expect(wellFormed('a\ud800b\udc00c')).toBe('a\ufffdb\ufffdc');
});

test('whatever is written through a column of words is read back as its well-formed self', async () => {
	const folder = ownFolder();
	const key = 'k'.repeat(32);
	const url = `file:${folder}/notes.db`;
	const db = await open('organisation', { url, key }, notesMigrations(folder));

	await fc.assert(
		fc.asyncProperty(fc.oneof(anyText, loneSurrogates), async (says) => {
			const [kept] = await write(db, (tx) => tx.insert(notes).values({ says }).returning());
			expect(kept!.says).toBe(wellFormed(says));
		}),
		{ numRuns: 300 }
	);

	const all = await db.select().from(notes);
	expect(all.length).toBeGreaterThan(0);
	db.close();
});

test('half a megabyte of accents on one letter is cleaned at once, and cleaning it again changes nothing', () => {
	const heap = 'a' + '\u0301\u0316'.repeat(125_000);
	const began = performance.now();

	const clean = wellFormed(heap);

	expect(performance.now() - began).toBeLessThan(1000);
	expect(wellFormed(clean)).toBe(clean);
	expect(clean.replaceAll('\u034f', '').length).toBeGreaterThan(249_000);
});
