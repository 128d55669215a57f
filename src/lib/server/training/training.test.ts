import { describe, expect, test } from 'vitest';
import { isModule, lint } from './linting.ts';
import { catalogue, read } from './reading.ts';
import type { TrainingModule } from './schema.ts';
import { aModule, prose } from './testing.ts';

const file = '/content/training/t1-noticing.svx';
const today = '2026-11-28';

type Written = { module: TrainingModule; prose: string };

/** What is told of a module that a test has spoiled. */
function told(spoil: (one: Written) => unknown) {
	const one = { module: aModule(), prose };
	spoil(one);
	return lint({ file, frontMatter: one.module, prose: one.prose }, { today });
}
const says = (words: string) => (one: Written) => {
	one.prose += `\n\n${words}\n`;
};
const checked =
	(day: string) =>
	({ module }: Written) =>
		(module.sources[0]!.checked = day);
const both = ({ module }: Written) =>
	module.check[0]!.options.forEach((option) => (option.right = true));

test('a module that everything is right with is refused for nothing, and nothing is due', () => {
	expect(told(() => undefined)).toEqual({ refused: [], due: [] });
});

const faulty: [what: string, spoil: (one: Written) => unknown, sentence: RegExp][] = [
	['another length', ({ module }) => (module.minutes = 20 as 10), /takes 10 minutes/],
	['a version that is no day', ({ module }) => (module.version = '2'), /such as 2026-11-23/],
	['an id of none of the eight', ({ module }) => (module.id = 'T9'), /from T1 to T8/],
	['two things one can by the end', ({ module }) => module.byTheEnd.pop(), /“byTheEnd”/],
	['two questions', ({ module }) => module.check.pop(), /“check”/],
	['six questions', ({ module }) => module.check.push(...module.check), /at most five questions/],
	['a question with two right options', both, /one right option/],
	[
		'a question of attitude, which nobody could get right',
		({ module }) =>
			(module.check[0] = {
				...module.check[0]!,
				attitude: true,
				options: module.check[0]!.options.map((option) => ({ ...option, right: false }))
			}),
		/one right option/
	],
	[
		'an option without a reply',
		({ module }) => (module.check[0]!.options[0]!.says = ' '),
		/Write something here/
	],
	[
		'an activity that is not shown',
		(one) => (one.prose = 'Words.'),
		/not shown the activity “words”/
	],
	['a share without a source', says('Of them 39% said so.'), /“39” as a share/],
	['a law without a source', says('The Serious Crime Act 2015 says so.'), /Serious Crime Act 2015/],
	['a word that is not written', says('They call it revenge porn.'), /wording rules/],
	['a real brand', says('She opened TikTok.'), /real brand/],
	[
		'a sentence that is too long',
		says(`A pupil ${Array.from({ length: 33 }, () => 'and').join(' ')} stops.`),
		/sentence of 36 words/
	],
	[
		'banned words in its check',
		({ module }) => (module.check[0]!.options[1]!.says = 'She should have left.'),
		/should have done/
	],
	['a source not looked at for half a year', checked('2026-05-01'), /211 days/],
	['a source that was checked in the future', checked('2026-12-01'), /in the future/],
	[
		'a checked status that nobody has given',
		({ module }) => (module.review.status = 'checked'),
		/names a specialist and a teacher/
	]
];

describe('a module is refused, in a sentence, for', () => {
	test.each(faulty)('%s', (_what, spoil, sentence) => {
		const { refused } = told(spoil);
		expect(refused).toHaveLength(1);
		expect(refused[0]).toMatch(sentence);
	});
});

test('what is asked for pupils’ sake is not asked of it', () => {
	const hard = 'Organisational interdependencies necessitate multidisciplinary collaboration.';
	const { refused } = told(says(Array.from({ length: 40 }, () => hard).join('\n\n')));
	expect(refused).toEqual([]);
});

test('a source is due after 90 days, and refused only after 180', () => {
	expect(told(checked('2026-08-30'))).toEqual({ refused: [], due: [] });
	expect(told(checked('2026-08-29')).due).toHaveLength(1);
	expect(told(checked('2026-06-01'))).toMatchObject({ refused: [], due: [expect.any(String)] });
});

test('a module is known from a lesson by its id', () => {
	expect(isModule({ id: 'T3' })).toBe(true);
	for (const one of [{ id: 'K3-04' }, {}, undefined, 'T1']) expect(isModule(one)).toBe(false);
});

describe('the catalogue', () => {
	test('is in the order of the ids, each with its address', () => {
		const second = { ...aModule(), id: 'T2' };
		const all = catalogue({ '/t2-next.svx': second, [file]: aModule() });
		expect(all.map(({ address }) => address)).toEqual(['t1-noticing', 't2-next']);
	});

	test('refuses two of one id, and a file that is named for another', () => {
		expect(() => catalogue({ [file]: aModule(), '/t1-again.svx': aModule() })).toThrow(
			'/t1-again.svx cannot be published. /content/training/t1-noticing.svx has the id T1 already.'
		);
		expect(() => read('/t2-noticing.svx', aModule())).toThrow(/begin with its id, T1/);
	});
});
