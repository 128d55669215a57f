import postcss from 'postcss';
import { expect, test } from 'vitest';
import { forOldBrowsers } from './floor.ts';

/** What becomes of a sheet, without the white space. */
const made = async (css: string) => {
	const { css: done } = await postcss(forOldBrowsers()).process(css, { from: undefined });
	return tight(done);
};
const tight = (css: string) =>
	css
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/ ?([{};]) ?/g, '$1')
		.trim();

test('layers are laid open for a browser that has none, and stay as they are for the others', async () => {
	expect(await made('@layer base { p { color: red } }')).toBe(
		tight('@layer base { p { color: red } } @supports not (height: 100dvh) { p { color: red } }')
	);
});

test('what was written by hand for old browsers comes last', async () => {
	const css = await made(
		'@layer a { p { top: 0 } } @supports not (height: 100dvh) { p { top: 1px } }'
	);
	expect(css.match(/top: \w+/g)).toEqual(['top: 0', 'top: 0', 'top: 1px']);
});

test('a font is carried once, and outside every layer', async () => {
	expect(await made('@layer a { @font-face { font-family: A } p { top: 0 } }')).toMatch(
		/^@font-face\{font-family: A\}@layer/
	);
	expect(
		(await made('@layer a { @font-face { font-family: A } }')).match(/font-face/g)
	).toHaveLength(1);
});

test('`:is` and `:where` are said again as old browsers know them, within their media', async () => {
	expect(
		await made('.a:where(.s-1) b { top: 0 } @media print { :is(a, b) { top: 0 } i { top: 0 } }')
	).toContain(
		tight(
			'@supports not (height: 100dvh) { .a.s-1 b { top: 0 } @media print { :-webkit-any(a, b) { top: 0 } } }'
		)
	);
});

test('what asks for :has is not said again: nobody old could read it', async () => {
	expect(await made('@layer a { p:has(b) { top: 0 } }')).not.toMatch(/supports[^]*:has/);
});

test('sides that follow the writing are the sides of English', async () => {
	expect(await made('p { margin-inline-start: 1px; inset: 0 }')).toBe(
		tight('p { margin-left: 1px; top: 0; right: 0; bottom: 0; left: 0 }')
	);
});

test('a width that is measured in the new way is measured in the old', async () => {
	expect(await made('@media (width < 40rem) { p { top: 0 } }')).toContain(
		tight('(max-width: 39.99rem)')
	);
	expect(await made('@media (width >= 34rem) { p { top: 0 } }')).toContain(
		tight('(min-width: 34rem)')
	);
});

test('where no gap is known, the boxes of a row keep apart; a grid has the gap by its old name', async () => {
	expect(await made('.r { display: flex; flex-wrap: wrap; gap: 1px 2px }')).toContain(
		tight(
			'@supports not (inset: 0) { .r > :not(q):not(s), .r::before { margin-right: 2px; margin-bottom: 1px } }'
		)
	);
	expect(await made('.g { display: grid; gap: 1px }')).toBe(
		tight('.g { display: grid; grid-gap: 1px; gap: 1px }')
	);
});
