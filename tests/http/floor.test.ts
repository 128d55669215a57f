import { globSync, readFileSync } from 'node:fs';
import doiuse from 'doiuse';
import postcss from 'postcss';
import { expect, test } from 'vitest';

/**
 * What the sheets of the learn door say that Chrome 64 or Safari 12 does not know, by the names of caniuse,
 * and why every word is read there all the same.
 */
const doneWithout: Record<string, string> = {
	'css-cascade-layers': 'said again without them (src/floor.ts)',
	'css-matches-pseudo': 'said again by the older name',
	'flexbox-gap': 'margins keep the words apart where there is no `inset`',
	'viewport-unit-variants': 'asked about to know an old browser, and `100vh` stands before it',
	'css-math-functions': 'plain lengths in styles/floor.css; a grid of one column otherwise',
	'css-has': 'hides replies only inside @supports selector(:has(*)), which is not true there',
	'prefers-color-scheme': 'the light colours',
	'prefers-reduced-motion': 'the one line that draws itself does not',
	'css-focus-visible': 'the browser’s own outline',
	'css-marker-pseudo': 'a bullet as dark as its words',
	'text-decoration': 'a line of the browser’s own thickness',
	'css-masks': 'a straight stroke in place of a painted one',
	'css-clip-path': 'a square in place of a shape',
	'css-snappoints': 'how far above a part the page stops',
	'css-sticky': 'the path of a page scrolls with it',
	'css-overflow': 'known, but for parts that are not used',
	'css-not-sel-list': 'hides lines only inside @supports selector(:has(*))',
	'text-size-adjust': 'Safari knows it with its prefix',
	'extended-system-fonts': 'the next font of the list',
	'intrinsic-width': 'a summary as wide as its line',
	'css-content-visibility': 'on paper, what stands closed stays closed',
	multicolumn: 'where a printed page breaks'
};

const pages = globSync('build/prerendered/**/*.html');
const sheetsOf = (page: string): string[] =>
	[...readFileSync(page, 'utf8').matchAll(/href="(\/_app\/[^"]+\.css)"/g)].map(([, at = '']) => at);
const sheets = new Set(pages.flatMap(sheetsOf));

async function unknownThere(css: string): Promise<string[]> {
	const found = new Set<string>();
	const browsers = ['chrome 64', 'safari 12'];
	const onFeatureUsage = ({ feature }: { feature: string }) => void found.add(feature);
	await postcss(doiuse({ browsers, onFeatureUsage })).process(css, { from: undefined });
	return [...found];
}

test('the styles of the learn door use nothing that an old browser cannot do without', async () => {
	expect(pages.length).toBeGreaterThan(32);
	expect(pages.filter((page) => sheetsOf(page).length === 0)).toEqual([]);
	const used = new Set<string>();
	for (const sheet of sheets)
		for (const feature of await unknownThere(readFileSync(`build/client${sheet}`, 'utf8')))
			used.add(feature);
	expect([...used].filter((feature) => !(feature in doneWithout))).toEqual([]);
	expect(Object.keys(doneWithout).filter((feature) => !used.has(feature))).toEqual([]);
});

test('a thing that is newer is found', async () => {
	expect(await unknownThere('@container (width > 1px) { p { color: red } }')).not.toEqual([]);
	expect(await unknownThere('p { margin-inline-start: 1px }')).not.toEqual([]);
	expect(await unknownThere('p { margin-left: 1px }')).toEqual([]);
});

test('replies are hidden only where a browser can show them again', () => {
	for (const sheet of sheets) {
		const css = postcss.parse(readFileSync(`build/client${sheet}`, 'utf8'));
		css.walkDecls('display', ({ value, parent }) => {
			const rule = parent as postcss.Rule;
			if (value !== 'none' || !/reply|answers|story|says/.test(rule.selector)) return;
			let outer = rule.parent as postcss.AtRule | undefined;
			while (outer && outer.type === 'atrule' && outer.name !== 'supports')
				outer = outer.parent as postcss.AtRule;
			expect(outer?.params, rule.selector).toBe('selector(:has(*))');
		});
	}
	expect(sheets.size).toBeGreaterThan(0);
});
