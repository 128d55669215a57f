import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { groups, regions } from '#lib/body.ts';
import BodyMap from './BodyMap.svelte';
import BodyMarks from './BodyMarks.svelte';
import { shapes, sheet } from './body-shapes.ts';

const html = (body: string) => body.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
const asMap = (props: {
	typed: Record<string, string>;
	problems?: Record<string, string>;
}): string => html(render(BodyMap, { props }).body);
const asMarks = (marks: { region: string; says: string }[]): string =>
	html(render(BodyMarks, { props: { marks } }).body);

describe('the drawing', () => {
	test.each(regions)(
		'has a place for “$says”, on the half of the sheet that is its view',
		(region) => {
			const { x, y } = shapes[region.id] ?? { x: NaN, y: NaN };

			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(sheet.height);
			expect(x < sheet.width / 2).toBe(region.view === 'front');
		}
	);

	test('has every region where no other is', () => {
		expect(new Set(Object.values(shapes).map(({ x, y }) => `${x} ${y}`)).size).toBe(regions.length);
	});

	test('has the child’s right on the left of the front, and on the right of the back', () => {
		const x = (id: string) => shapes[id]?.x ?? NaN;

		expect(x('front-right-forearm')).toBeLessThan(x('front-chest'));
		expect(x('front-left-forearm')).toBeGreaterThan(x('front-chest'));
		expect(x('back-right-forearm')).toBeGreaterThan(x('back-back'));
		expect(x('back-left-forearm')).toBeLessThan(x('back-back'));
	});
});

describe('the map in a form', () => {
	const empty = asMap({ typed: {} });

	test('has a box and a place for words for each region, in the groups of a body', () => {
		for (const { id } of regions) {
			expect(empty).toContain(`name="mark-${id}"`);
			expect(empty).toContain(`name="says-${id}"`);
		}
		for (const group of groups) expect(empty).toContain(`<legend>${group}</legend>`);
		expect(empty.match(/<input /g)).toHaveLength(regions.length);
		expect(empty).not.toContain('checked');
	});

	test('lets each region be ticked on the drawing as well, which says nothing to a screen reader', () => {
		for (const { id } of regions)
			expect(empty).toContain(`<label class="body-spot" for="mark-${id}" aria-hidden="true">`);
		expect(empty.match(/<svg/g)?.length).toBe(regions.length + 1);
		expect(empty).toContain('class="body-drawing" aria-hidden="true"');
	});

	test('keeps what was ticked and typed, as words and not as markup', () => {
		const page = asMap({
			typed: { 'mark-front-chest': 'yes', 'says-front-chest': '</textarea><b>one</b>\ntwo' }
		});

		expect(page).toMatch(/name="mark-front-chest" value="yes" checked/);
		expect(page).toContain('&lt;/textarea>&lt;b>one&lt;/b> two</textarea>');
		expect(page.match(/ checked/g)).toHaveLength(1);
	});

	test('ticks a region that has words, so that no words are out of sight', () => {
		const page = asMap({ typed: { 'says-back-neck': 'A scratch' } });

		expect(page).toMatch(/name="mark-back-neck" value="yes" checked/);
	});

	test('says beside the box what is wrong with it', () => {
		const page = asMap({
			typed: { 'mark-front-chest': 'yes' },
			problems: { 'says-front-chest': 'Describe the mark: chest, front' }
		});

		expect(page).toMatch(/id="says-front-chest-problem">.*?Describe the mark: chest, front/);
		expect(page).toMatch(
			/id="says-front-chest"[^>]* aria-describedby="says-front-chest-problem" aria-invalid="true"/
		);
	});

	test('has no style of its own in it, which the security policy would refuse', () => {
		expect(empty).not.toContain('style=');
	});
});

describe('marks that are shown', () => {
	test('stand in words, numbered from the head down as on the drawing', () => {
		const page = asMarks([
			{ region: 'back-left-calf', says: 'Yellow, round' },
			{ region: 'front-chest', says: 'Red, 3 cm' },
			{ region: 'front-chest', says: '<b>Blue</b>' }
		]);

		expect(page.match(/<li>/g)).toHaveLength(2);
		expect(page).toMatch(
			/<li><b>Chest, front<\/b>.*Red, 3 cm.*&lt;b>Blue&lt;\/b>.*<li><b>Left calf, back<\/b>.*Yellow, round/
		);
		expect(page).toMatch(/<text[^>]*>1<\/text>.*<text[^>]*>2<\/text>/);
	});

	test('of a region that the drawing does not have still stand in words', () => {
		const page = asMarks([{ region: 'front-wing', says: 'A feather' }]);

		expect(page).toContain('A feather');
		expect(page).not.toContain('<text');
	});

	test('are nothing at all when there are none', () => {
		expect(asMarks([])).toBe('');
	});
});
