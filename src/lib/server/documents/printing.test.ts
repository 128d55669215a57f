import { PDFDocument } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { printable } from './printable.ts';
import { asPdf, type Paper } from './index.ts';

const noon = new Date('2026-11-10T12:00:00Z');
const by = { printedBy: 'Dee Leads', printedAt: noon };

const aChronology = (many: number, says = 'Would not take the coat off. '.repeat(12)): Paper => ({
	kind: 'chronology',
	reference: 'K-4K7M-2QHD',
	child: { name: 'Robin Mossgate', born: '2013-03-01', year: 8, form: '8C' },
	entries: Array.from({ length: many }, () => ({
		...{ at: noon, happenedOn: '2026-11-09', kind: 'fact', by: 'Amal' },
		...{ says, childsWords: 'You can tell.' }
	}))
});

/** Everything in a PDF, with what is packed in it unpacked. */
function inside(pdf: Uint8Array): string {
	const bytes = Buffer.from(pdf);
	const found = [bytes.toString('latin1')];
	for (let at = 0; (at = bytes.indexOf('stream\n', at)) >= 0; at += 7) {
		const end = bytes.indexOf('endstream', at);
		try {
			found.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'));
		} catch (fault) {
			if (!(fault instanceof Error)) throw fault;
		}
	}
	return found.join('\n');
}

describe('a chronology on paper', () => {
	test('is tagged, says what it is, and its metadata names no child', async () => {
		const text = inside(await asPdf(aChronology(3), by));

		expect(text).toContain('/MarkInfo');
		expect(text).toMatch(/pdfuaid:part/);
		expect(text).toMatch(/\/Lang\s*\(en-GB\)/);
		expect(text).toContain('Chronology K-4K7M-2QHD');
		expect(text).not.toContain('Mossgate');
	});

	test('opens without a password when none was asked for, and with one only by it', async () => {
		const password = 'gorse lantern kettle';
		const open = await asPdf(aChronology(1), by);
		const locked = await asPdf(aChronology(1), { ...by, password });

		expect((await PDFDocument.load(open)).isEncrypted).toBe(false);
		await expect(PDFDocument.load(locked)).rejects.toThrow();
		await expect(PDFDocument.load(locked, { password: 'another' })).rejects.toThrow();
		expect((await PDFDocument.load(locked, { password })).getPageCount()).toBe(1);
		expect(Buffer.from(locked).toString('latin1')).toMatch(/\/V 5[\s\S]*\/R [56]|\/R [56]/);
	});

	test.each([
		'#read("/etc/passwd") $x$ = [',
		'*b* _i_ <l> @r \\ // c ``` #let',
		'Ελληνικά Ж עברית العربية ਸਿੰਘ हिन्दी বাংলা ไทย 李小龍 한국어 አማርኛ 😀',
		'\u{20000} \u{10ffff} \u202e \u0007 \ufffe \ud800',
		''
	])('is made of whatever was written, such as %j', async (says) => {
		const pdf = await asPdf(aChronology(1, says), by);

		expect(inside(pdf)).not.toContain('root:x:');
		expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
	});

	test('is made while the server answers others', async () => {
		let longest = 0;
		let before = performance.now();
		const watch = setInterval(() => {
			longest = Math.max(longest, performance.now() - before);
			before = performance.now();
		}, 5);
		await asPdf(aChronology(500), by);
		clearInterval(watch);

		expect(longest).toBeLessThan(200);
	});
});

test('what no font of ours has, or nobody would see, is written as its number', () => {
	expect(printable('a\u202eb\u{20000}\u0007')).toBe('a[U+202E]b[U+20000][U+0007]');
	expect(printable('Élodie\r\n李 العربية 😀')).toBe('Élodie\n李 العربية 😀');
});
