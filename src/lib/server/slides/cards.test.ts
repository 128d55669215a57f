import { describe, expect, test } from 'vitest';
import * as lessons from '#lib/server/lessons/index.ts';
import { cardsOf } from './index.ts';

describe.each(lessons.all().map((lesson) => [lesson.id, lesson] as const))(
	'the cards of %s',
	(_, lesson) => {
		const printed = cardsOf(lesson);

		test('are there for every activity, with how it is done without a device', () => {
			expect(printed.map(({ name }) => name).sort()).toEqual(Object.keys(lesson.activities).sort());
			for (const { name, how, cards } of printed) {
				expect(how).toBe(lesson.activities[name]?.noDevice);
				expect(cards.length).toBeGreaterThan(0);
			}
		});

		test('say nothing of what is thought of an answer', () => {
			for (const { name, cards, signs } of printed) {
				const activity = lesson.activities[name];
				const words = JSON.stringify([cards, signs]);
				if (activity?.kind === 'sort')
					for (const { says } of activity.items)
						for (const reply of Object.values(says)) expect(words).not.toContain(reply);
				if (activity?.kind === 'quiz')
					for (const { options } of activity.questions)
						for (const { says } of options) expect(words).not.toContain(says);
			}
			expect(printed.length).toBeGreaterThan(0);
		});
	}
);

test('a story on paper is followed by the numbers of its scenes', () => {
	const [story] = cardsOf(lessons.byId('K3-04')!).filter(({ name }) => name === 'weeks');
	expect(story?.cards[0]?.title).toMatch(/^1\. /);
	const ways = story?.cards[0]?.blocks.find(({ kind }) => kind === 'list');
	expect(JSON.stringify(ways)).toMatch(/Go to \d+\./);
});

test('only what is written on has lines to write on', () => {
	const written = lessons.all().flatMap((lesson) =>
		cardsOf(lesson)
			.filter(({ written }) => written)
			.map(({ name }) => lesson.activities[name]?.kind)
	);
	expect(new Set(written)).toEqual(new Set(['make']));
});
