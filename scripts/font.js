// Cuts the font down to what Waymark writes with: `node scripts/font.js`, after a new version of the
// package. Weights 400 to 700 and the letters of western Europe: 18 KB in place of 34.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next';
const to = 'src/lib/styles/fonts';
const name = 'atkinson-hyperlegible-next-latin-wght-normal.woff2';

const range = (first, last) =>
	Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
		''
	);
// Basic Latin, Latin-1, Latin Extended-A, and the punctuation of General Punctuation with € and arrows.
const letters = range(0x20, 0x7e) + range(0xa0, 0x17f) + range(0x2010, 0x2044) + '€←→−×';

const whole = readFileSync(`${from}/files/${name}`);
const cut = await subsetFont(whole, letters, {
	targetFormat: 'woff2',
	variationAxes: { wght: { min: 400, max: 700 } }
});
writeFileSync(`${to}/atkinson-hyperlegible-next.woff2`, cut);
copyFileSync(`${from}/LICENSE`, `${to}/LICENSE`);
