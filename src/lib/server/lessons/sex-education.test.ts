import { expect, test } from 'vitest';
import { all, sexEducationIn } from './index.ts';
import { aLesson } from './testing.ts';

test('the steps and activities that say so are named, each once', () => {
	const lesson = aLesson();
	lesson.steps[1]!.title = 'Sex education: a film, not a map';
	Object.values(lesson.activities)[0]!.title = 'Sex education: a film, not a map';

	expect(sexEducationIn(lesson)).toEqual(['a film, not a map']);
	expect(sexEducationIn(aLesson())).toEqual([]);
});

test('some of our own lessons have such parts, and most have none', () => {
	const marked = all().filter((lesson) => sexEducationIn(lesson).length > 0);

	expect(marked.length).toBeGreaterThan(1);
	expect(marked.length).toBeLessThan(all().length / 2);
});
