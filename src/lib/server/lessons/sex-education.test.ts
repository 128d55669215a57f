import { expect, test } from 'vitest';
import { sexEducationIn, withoutSexEducation } from './sex-education.ts';
import { aLesson } from './testing.ts';

/** A lesson with one part of it, in each place that a part may have. */
const withOnePart = () => {
	const lesson = { ...aLesson(), file: 'x.svx', address: 'x' };
	const marked = 'Sex education: waiting';
	lesson.sections = ['Plans', marked].map((title, at) => ({
		id: `${at + 1}-x`,
		...{ title, says: [], activities: [] }
	}));
	lesson.sexEducationNote = 'Sex education: one part of it.';
	lesson.sources.push({ ...lesson.sources[0]!, says: 'Sex education: a fact', sexEducation: true });
	lesson.steps[2]!.title = marked;
	lesson.activities.sorting!.title = marked;
	lesson.objectives[1]!.exitItem = { ...lesson.objectives[1]!.exitItem, ask: marked };
	return lesson;
};

test('a lesson says which of its parts are sex education, and most have none', () => {
	expect(sexEducationIn(withOnePart())).toEqual(['Sex education: waiting']);
	expect(sexEducationIn(aLesson())).toEqual([]);
});

test('without sex education no section, step, activity, question, source or word beforehand of it is left', () => {
	const lesson = withOnePart();
	const left = withoutSexEducation(lesson);
	expect(JSON.stringify(left)).not.toContain('Sex education:');
	expect(left.sections).toHaveLength(1);
	expect(left.objectives).toHaveLength(1);
	expect(Object.keys(left.activities)).toEqual(['story']);
	expect(left.minutes).toBe(lesson.minutes - lesson.steps[2]!.minutes);
});

test('a lesson that has none is left as it is', () => {
	const lesson = { ...aLesson(), file: 'x.svx', address: 'x' };
	expect(withoutSexEducation(lesson)).toEqual(lesson);
});
