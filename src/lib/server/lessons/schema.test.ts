import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { lesson, type Lesson } from './schema.ts';
import { aLesson } from './testing.ts';

/** What the schema says about a lesson that somebody has spoiled. */
function saidOf(spoil: (lesson: Lesson) => unknown): string[] {
	const draft = aLesson();
	spoil(draft);
	return (v.safeParse(lesson, draft).issues ?? []).map((issue) => issue.message);
}

describe('a lesson', () => {
	test('that obeys is taken as it is', () => {
		expect(saidOf(() => undefined)).toEqual([]);
	});

	test('whose minutes do not add up is refused', () => {
		expect(saidOf((draft) => (draft.minutes = 50))).toEqual([
			'The minutes of the steps add up to the minutes of the lesson'
		]);
	});

	test('whose activity no step uses is refused', () => {
		expect(saidOf((draft) => (draft.steps[1]!.activity = undefined))).toEqual([
			'Every activity belongs to a step, and every step names an activity that exists'
		]);
	});

	test('whose step names an activity that does not exist is refused', () => {
		expect(saidOf((draft) => (draft.steps[3]!.activity = 'missing'))).toHaveLength(1);
	});

	test('without an exit item for an objective is refused', () => {
		expect(
			saidOf((draft) => Reflect.deleteProperty(draft.objectives[0]!, 'exitItem'))
		).toHaveLength(1);
	});

	test('with a code that cannot be one of the guidance is refused', () => {
		expect(saidOf((draft) => (draft.objectives[0]!.codes = ['relationships']))).toEqual([
			'Use a code such as SS9'
		]);
	});

	test('that says it was checked names who checked it', () => {
		expect(saidOf((draft) => (draft.review.status = 'checked'))).toEqual([
			'What is checked names a specialist and a teacher who checked it'
		]);
	});

	test('with fewer than three signposts is refused', () => {
		expect(saidOf((draft) => draft.signposts.pop())).toHaveLength(1);
	});
});
