import { describe, expect, test } from 'vitest';
import shared from '../../../../content/site/slides.json' with { type: 'json' };
import type { Activity } from '#lib/activities/shapes.ts';
import * as helpServices from '#lib/server/help-services/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import { slidesOf, type Block, type Slide } from './index.ts';

const helpersOf = ({ signposts }: lessons.Catalogued) =>
	signposts.flatMap((id) => helpServices.serviceById(id) ?? []);
const deckOf = (lesson: lessons.Catalogued) => slidesOf(lesson, helpersOf(lesson));

function textsIn(block: Block): string[] {
	if (block.kind === 'words') return [block.says];
	if (block.kind === 'list') return block.items;
	if (block.kind === 'pairs') return block.pairs.flatMap(({ term, says }) => [term, says]);
	return block.kind === 'ways' ? block.ways.map(({ says }) => says) : block.of;
}

/** Everything that a class reads on a slide. */
const textsOf = ({ of = '', title, asked = '', blocks }: Slide): string[] => [
	...[of, title, asked],
	...blocks.flatMap(textsIn)
];

/** Each thing that a class thinks about, as it is written in the lesson. */
function thoughtAboutIn(activity: Activity): string[] {
	switch (activity.kind) {
		case 'sort':
			return activity.items.map(({ text }) => text);
		case 'scale':
			return activity.situations.map(({ text }) => text);
		case 'branch':
			return activity.scenes.map(({ title }) => title);
		case 'quiz':
			return activity.questions.map(({ ask }) => ask);
		case 'rehearse':
			return activity.lines.map(({ says }) => says);
		case 'case':
			return [...activity.told.map(({ title }) => title), ...activity.questions.map((q) => q.ask)];
		case 'map':
			return activity.places.map(({ ask }) => ask);
		case 'make':
			return activity.prompts.map(({ ask }) => ask);
	}
}

const published = lessons.all();
const without = published
	.filter((lesson) => lessons.sexEducationIn(lesson).length > 0)
	.map(lessons.withoutSexEducation);
const sentences = (text: string) => text.match(/[^.?!]+[.?!]+/g)?.map((each) => each.trim()) ?? [];

/** What is too long for one slide goes on, under the same title, on slides that are called parts. */
const isFirst = ({ id }: Slide): boolean => !/-part-\d+$/.test(id);

describe.each(published.map((lesson) => [lesson.id, lesson] as const))(
	'the deck of %s',
	(_, lesson) => {
		const deck = deckOf(lesson);

		test('has each thing to think about on exactly one slide, before what is thought of it', () => {
			for (const [name, activity] of Object.entries(lesson.activities))
				for (const asked of thoughtAboutIn(activity)) {
					const on = deck.filter(
						({ id, look, title, blocks }) =>
							id.startsWith(`${name}-`) &&
							look !== 'think' &&
							((isFirst({ id } as Slide) && title === asked) ||
								blocks.flatMap(textsIn).includes(asked))
					);
					expect(
						on.map(({ id }) => id),
						`${name}: ${asked}`
					).toHaveLength(1);
				}
		});

		test('asks before it answers', () => {
			for (const [at, { look, asked, title }] of deck.entries())
				if (look === 'think' && asked) {
					const before = deck.slice(0, at).findLast((slide) => slide.look === 'ask');
					expect(before?.title, title).toBe(asked);
				}
		});

		test('shows a class nothing of what the teacher says, does or watches for', () => {
			const shown = deck.flatMap(textsOf).join('\n');
			const notes = lesson.steps.flatMap(({ say, do: does, watchFor }) =>
				[say, does, watchFor].flatMap(sentences)
			);
			// A teacher may say what pupils can read in the lesson too.
			const read = JSON.stringify([lesson.contentNote, lesson.sections, lesson.activities, shared]);
			expect(notes.filter((note) => shown.includes(note) && !read.includes(note))).toEqual([]);
			expect(notes.length).toBeGreaterThan(30);
		});

		test('is in the order of the steps, each begun by a slide of its own', () => {
			expect(deck.map(({ step }) => step)).toEqual(
				deck.map(({ step }) => step).sort((a, b) => a - b)
			);
			expect(deck.filter(({ look }) => look === 'step').map(({ title }) => title)).toEqual(
				lesson.steps.map(({ title }) => title)
			);
		});

		test('ends with who can help, whom one may tell here, and a minute that may be left out', () => {
			expect(deck.slice(-3).map(({ id }) => id)).toEqual(['help', 'adults', 'calm']);
			expect(textsOf(deck.at(-3)!).join()).toMatch(/Information[^]*999/);
			expect(textsOf(deck.at(-3)!).join()).toMatch(/phone or tablet[^]*in person/);
			expect(textsOf(deck.at(-1)!).join()).toContain('or all of it');
			expect(
				deck
					.filter(isFirst)
					.slice(0, 6)
					.map(({ id }) => id)
			).toEqual(['opening', 'before', 'rules', 'secret', 'objectives', 'key-words']);
		});

		test('has one name for each slide, and every way leads to one', () => {
			const ids = deck.map(({ id }) => id);
			expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
			const led = deck.flatMap(({ on, blocks }) => [
				...(on ? [on] : []),
				...blocks.flatMap((block) => (block.kind === 'ways' ? block.ways.map(({ to }) => to) : []))
			]);
			expect(led.filter((to) => !ids.includes(to))).toEqual([]);
		});

		test('keeps its beginning and its end on a path of 25 minutes', () => {
			const short = lesson.steps.filter((step) => step.short);
			expect(short.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(25);
			expect([deck[0]!, deck.at(-1)!].every(({ step }) => lesson.steps[step]?.short)).toBe(true);
		});
	}
);

describe.each(without.map((lesson) => [lesson.id, lesson] as const))(
	'the deck of %s without its sex education',
	(_, lesson) => {
		test('names none of it, and leads nowhere that is not there', () => {
			const deck = deckOf(lesson);
			const whole = deckOf(lessons.byId(lesson.id)!);
			expect(whole.flatMap(textsOf).join()).toContain('Sex education:');
			expect(deck.flatMap(textsOf).join()).not.toMatch(/sex education/i);
			expect(deck.length).toBeLessThan(whole.length);
			const ids = deck.map(({ id }) => id);
			expect(deck.filter(({ on }) => on && !ids.includes(on))).toEqual([]);
		});
	}
);
