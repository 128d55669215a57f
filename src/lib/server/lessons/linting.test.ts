import { describe, expect, test } from 'vitest';
import type { Draft } from '../writing/index.ts';
import { lint, untaught } from './linting.ts';
import { codes } from './statutory.ts';
import { aLesson } from './testing.ts';

const known = { services: new Set(['childline', 'emergency_999', 'shout']), today: '2026-11-28' };
const file = '/content/lessons/ks3/k3-99-making-plans.svx';
const prose = `## Plans

Ash has a plan, and Rowan has another.

<Activity name="sorting" of={activities.sorting} />

<Activity name="story" of={activities.story} />

If a plan goes wrong, it is not your fault. Tell somebody.
`;

type Lesson = ReturnType<typeof aLesson>;

/** A lesson that everything is right with, for a test to spoil. */
const sound = (): { lesson: Lesson; prose: string } => {
	const lesson = aLesson();
	lesson.steps[0]!.say = 'I cannot keep a secret if somebody may not be safe.';
	lesson.steps.at(-1)!.do = 'Everybody writes a slip for the question box.';
	lesson.minutes = 25;
	return { lesson, prose };
};

const told = (spoil: (one: { lesson: Lesson; prose: string }) => void) => {
	const one = sound();
	spoil(one);
	const draft: Draft = { file, frontMatter: one.lesson, prose: one.prose };
	return lint(draft, known);
};
const says = (words: string) => (one: { lesson: Lesson; prose: string }) => {
	one.prose += `\n\n${words}\n`;
};
const without =
	(...names: (keyof Lesson)[]) =>
	({ lesson }: { lesson: Lesson }) =>
		names.forEach((name) => Reflect.deleteProperty(lesson, name));
const words = (many: number) => Array.from({ length: many }, () => 'and').join(' ');
const checked = (day: string) => (one: { lesson: Lesson }) => {
	one.lesson.sources[0]!.checked = day;
};

test('a lesson that everything is right with is refused for nothing, and nothing is due', () => {
	expect(told(() => undefined)).toEqual({ refused: [], due: [] });
});

type Spoil = Parameters<typeof told>[0];

const faulty: [what: string, spoil: Spoil, sentence: RegExp][] = [
	['no ground rules', without('groundRules'), /“groundRules”/],
	['two ground rules', ({ lesson }) => lesson.groundRules.pop(), /“groundRules”/],
	['no content note', without('contentNote'), /“contentNote”/],
	['an empty content note', ({ lesson }) => (lesson.contentNote = ' '), /Write something here/],
	[
		'an objective without an exit item',
		({ lesson }) => Reflect.deleteProperty(lesson.objectives[0]!, 'exitItem'),
		/exitItem/
	],
	['no cast to keep a distance by', without('cast'), /“cast”/],
	['two signposts', ({ lesson }) => lesson.signposts.pop(), /“signposts”/],
	[
		'a signpost that we do not show',
		({ lesson }) => (lesson.signposts[0] = 'an_old_line'),
		/sends pupils to “an_old_line”/
	],
	[
		'nothing that says whose fault it is not',
		(one) => (one.prose = one.prose.replace('it is not your fault', 'it is a pity')),
		/not their fault/
	],
	[
		'no limits of confidentiality',
		({ lesson }) => (lesson.steps[0]!.say = 'Welcome.'),
		/limits of confidentiality/
	],
	[
		'no question box',
		({ lesson }) => (lesson.steps.at(-1)!.do = 'Say goodbye.'),
		/no step has a question box/i
	],
	[
		'a short path of another length',
		({ lesson }) => {
			lesson.steps[1]!.short = false;
		},
		/short path takes 19 minutes/
	],
	[
		'a short path without its close',
		({ lesson }) => {
			lesson.steps.at(-1)!.short = false;
			lesson.steps[0]!.minutes += 4;
			lesson.minutes += 4;
		},
		/keeps the opening and the close/
	],
	[
		'minutes that do not add up',
		({ lesson }) => (lesson.minutes = 50),
		/minutes of the steps add up/
	],
	[
		'an activity that pupils are not shown',
		(one) => (one.prose = one.prose.replace(/<Activity name="story".*\n/, '')),
		/not shown the activity “story”/
	],
	[
		'an activity that shows another',
		(one) => (one.prose = one.prose.replace('of={activities.story}', 'of={activities.sorting}')),
		/“story” shows “sorting”/
	],
	[
		'a code that the guidance does not have',
		({ lesson }) => (lesson.objectives[0]!.codes = ['SS99']),
		/no item SS99/
	],
	[
		'a code that is left to other lessons',
		({ lesson }) => (lesson.objectives[0]!.codes = ['SI1']),
		/SI1 is left to other lessons/
	],
	['the question why somebody did not leave', says('Why didn’t she just leave?'), /did not leave/],
	['what somebody harmed should have done', says('He should have said no.'), /should have done/],
	['a name for a person by what they use', says('A junkie sat there.'), /by what they use/],
	['a frightening sentence', says('One photo can ruin your life.'), /frightens/],
	['a shocking total', says('It is an epidemic.'), /shocks with a total/],
	['a word that the wording rules leave out', says('They call it revenge porn.'), /wording rules/],
	['a real brand', says('She opened TikTok.'), /real brand/],
	['a share without a source', says('Of young people, 39% said so.'), /“39” as a share/],
	[
		'a law without a source',
		says('The Serious Crime Act 2015 says so.'),
		/leans on the Serious Crime Act 2015/
	],
	['a sentence that is too long', says(`Ash runs ${words(33)} stops.`), /sentence of 36 words/],
	[
		'words above the age of its pupils',
		says(
			Array.from(
				{ length: 40 },
				() =>
					'Organisational interdependencies necessitate comprehensive multidisciplinary collaboration.'
			).join('\n\n')
		),
		/reading age of/
	],
	['no telling in easy words', ({ lesson }) => (lesson.tellings.easy = []), /“tellings.easy”/],
	[
		'easy words that are not easy',
		({ lesson }) =>
			lesson.tellings.easy.forEach(
				(idea) => (idea.text = 'Organisational interdependencies necessitate collaboration.')
			),
		/easy words asks for a reading age of/
	],
	[
		'a telling that goes too far',
		({ lesson }) =>
			lesson.tellings.further.forEach(
				(idea) => (idea.text = 'Organisational interdependencies necessitate collaboration.')
			),
		/goes further asks for a reading age of/
	],
	[
		'a share in another telling, without a source',
		({ lesson }) => (lesson.tellings.further[0]!.text = 'Of them, 39 in 100 said so.'),
		/“39” as a share/
	],
	['nothing to say at home', without('atHome'), /“atHome”/],
	['no history of what changed', without('changes'), /“changes”/],
	['a source that nobody has looked at for half a year', checked('2026-05-01'), /211 days/],
	['a source that was checked in the future', checked('2026-12-01'), /in the future/],
	[
		'a checked status that nobody has given',
		({ lesson }) => (lesson.review.status = 'checked'),
		/names a specialist and a teacher/
	]
];

describe('a lesson is refused, in a sentence, for', () => {
	test.each(faulty)('%s', (_what, spoil, sentence) => {
		const { refused } = told(spoil);
		expect(refused).toHaveLength(1);
		expect(refused[0]).toMatch(sentence);
	});
});

test('a source is due after 90 days, and refused only after 180', () => {
	expect(told(checked('2026-08-30'))).toEqual({ refused: [], due: [] });
	expect(told(checked('2026-08-29')).due).toHaveLength(1);
	expect(told(checked('2026-06-01'))).toMatchObject({ refused: [], due: [expect.any(String)] });
});

test('a share and a law that a source names are let be', () => {
	const { refused } = told((one) => {
		one.lesson.sources[0]!.says = 'Of 11,000 asked, 39% said so (Serious Crime Act 2015).';
		one.prose += '\n\nOf them 39 in 100 said so. The law is the Serious Crime Act 2015.\n';
	});
	expect(refused).toEqual([]);
});

test('what a teacher may hear is not refused: it is there to be turned round', () => {
	expect(
		told(({ lesson }) => (lesson.steps[1]!.watchFor = '“Why didn’t she leave?” Turn it round.'))
			.refused
	).toEqual([]);
});

test('a core item counts as taught only where an objective has it, which an exit item checks', () => {
	const core = codes.filter(({ status }) => status === 'C');
	expect(untaught([])).toHaveLength(core.length);
	expect(untaught([aLesson()])).toHaveLength(core.length - 2);
	expect(untaught([]).some((each) => each.startsWith('SS9: '))).toBe(true);
});
