import { expect, test } from 'vitest';
import english from '../../../content/strings/en.json' with { type: 'json' };
import { sayIn } from './saying.ts';
import { sayingIn, type StringName } from './strings.ts';

/** English, said so that each of its words can be told from what a page says by itself. */
const marked = Object.fromEntries(
	Object.entries(english).map(([name, says]) => [name, `‹${says}›`])
);

test('what stands around lessons is said in English', () => {
	const say = sayIn('en');
	expect(say('part.rules')).toBe('How we talk here');
	expect(say('screen.of', { at: 2, all: 9 })).toBe('Screen 2 of 9');
	expect(say('lesson.years', { count: 1, years: '9' })).toBe('Year 9');
	expect(say('lesson.years', { count: 2, years: '4 and 5' })).toBe('Years 4 and 5');
});

test('another language counts in its own way', () => {
	const counted = '{count, plural, one {un} two {dau} few {tri} other {#}}';
	const say = sayingIn('cy', { ...marked, 'lesson.minutes': counted });
	expect([1, 2, 3, 5].map((count) => say('lesson.minutes', { count }))).toEqual([
		'un',
		'dau',
		'tri',
		'5'
	]);
});

test('a language that lacks something, or has what no page says, stops the build by its name', () => {
	const { 'part.calm': calm, ...rest } = marked;
	expect(() => sayingIn('cy', rest)).toThrow(/cy\.json lacks: part\.calm/);
	expect(() => sayingIn('cy', { ...marked, 'part.callm': calm! })).toThrow(
		/no page says: part\.callm/
	);
	expect(() => sayingIn('cy', undefined)).toThrow(/cy\.json is not there/);
});

test('every name is said by some page', () => {
	const sources = Object.values(
		import.meta.glob<string>(
			['/src/lib/**/*.svelte', '/src/lib/**/*.ts', '/src/routes/**/*.svelte', '!**/*.test.ts'],
			{
				eager: true,
				query: '?raw',
				import: 'default'
			}
		)
	).join('\n');
	const isSaid = (name: string) =>
		sources.includes(`'${name}'`) ||
		(/^(kind|ways)\./.test(name) && sources.includes(`\`${name.split('.')[0]}.$`));
	expect((Object.keys(english) as StringName[]).filter((name) => !isSaid(name))).toEqual([]);
});
