import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOf } from './naming.ts';

test.each([
	['gate.jpg', 'gate.jpg'],
	['Gate.JPEG', 'Gate.jpeg'],
	['C:\\Users\\Amal\\gate.jpg', 'gate.jpg'],
	['../../etc/passwd', 'passwd.jpg'],
	['/home/amal/Élodie’s drawing 画.jpg', 'Élodie’s drawing 画.jpg'],
	['gate\u0000\u0007\r\n.jpg', 'gate.jpg'],
	['holiday\u202egpj.exe', 'holiday gpj.exe.jpg'],
	['a"b;c.jpg', 'a b;c.jpg'],
	['.jpg', 'file.jpg'],
	['...', 'file.jpg'],
	['', 'file.jpg']
])('%j is kept as %j', (given, kept) => {
	expect(nameOf(given, 'image/jpeg')).toBe(kept);
});

test('a long name is cut, between letters and before its ending', () => {
	expect(nameOf(`${'𝒢'.repeat(300)}.pdf`, 'application/pdf')).toBe(`${'𝒢'.repeat(116)}.pdf`);
});

test('whatever it was called, a name has no folder, nothing unseen, and the ending of what it is', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
			const name = nameOf(given, 'image/png');
			expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]+\.png$/u);
			expect([...name].length).toBeLessThanOrEqual(120);
			expect(name.isWellFormed()).toBe(true);
		})
	);
});
