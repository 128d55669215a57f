import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');

const colours = (block: string) =>
	Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex])
	) as Record<string, string>;

const light = colours(day);
const schemes = { light, dark: { ...light, ...colours(night) } };

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ['paper', 'paper-raised', 'paper-sunk'];
const on = (background: string[], ...texts: string[]) =>
	texts.flatMap((text) => background.map((behind) => [text, behind] as const));

const words = [
	...on(surfaces, 'ink', 'ink-soft', 'link', 'path', 'care', 'danger', 'waiting', 'now-ink'),
	...on(['path-wash', 'now-wash', 'care-wash', 'waiting-wash', 'danger-wash'], 'ink', 'ink-soft'),
	...on(['path-wash'], 'path'),
	...on(['now-wash'], 'now-ink'),
	...on(['care-wash'], 'care'),
	...on(['waiting-wash'], 'waiting'),
	...on(['danger-wash'], 'danger', 'link'),
	...on(['path'], 'on-path'),
	...on(['now'], 'on-now'),
	...on(['danger'], 'on-danger'),
	...on(['slate'], 'on-slate', 'on-slate-soft')
];

const edges = [
	...on(surfaces, 'line', 'focus', 'path', 'danger', 'ink-soft'),
	...on(['slate'], 'now', 'on-slate-soft'),
	...on(['focus'], 'focus-glow')
];

const known = (scheme: Record<string, string>, name: string) => {
	const hex = scheme[name];
	if (!hex) throw new Error(`tokens.css has no colour called --${name}`);
	return hex;
};

describe.each(Object.entries(schemes))('in the %s scheme', (_, scheme) => {
	test.each(words)('words in %s can be read on %s', (text, behind) => {
		expect(contrast(known(scheme, text), known(scheme, behind))).toBeGreaterThanOrEqual(4.5);
	});

	test.each(edges)('an edge in %s can be seen on %s', (edge, behind) => {
		expect(contrast(known(scheme, edge), known(scheme, behind))).toBeGreaterThanOrEqual(3);
	});
});

test('the measure itself agrees with the extremes that WCAG gives', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
});
