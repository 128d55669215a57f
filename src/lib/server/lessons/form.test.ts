import Ajv from 'ajv/dist/2020.js';
import { compile } from 'mdsvex';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kinds } from '#lib/activities/shapes.ts';
import { activities, fields, lessonSchema, rules } from './form.ts';
import { aLesson } from './testing.ts';

const obeys = new Ajv({ strict: false, allErrors: true }).compile(lessonSchema());

test('every lesson of ours obeys the published schema', async () => {
	const files = globSync('content/lessons/**/*.svx');
	expect(files.length).toBeGreaterThan(30);
	for (const file of files) {
		const compiled = await compile(readFileSync(file, 'utf8'));
		const { fm } = compiled?.data as { fm: unknown };
		expect(obeys(fm), `${file}: ${JSON.stringify(obeys.errors)}`).toBe(true);
	}
});

test('a lesson without a content note, and one with a level that there is not, do not', () => {
	expect(obeys({ ...aLesson(), contentNote: undefined })).toBe(false);
	expect(obeys({ ...aLesson(), level: 4 })).toBe(false);
});

test('every field says what it is for, and what is written there', () => {
	expect(fields().map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(aLesson())));
	expect(fields().filter(({ says, shape }) => !says || !shape)).toEqual([]);
});

test('every kind of activity is named, and every rule across fields is a sentence', () => {
	expect(activities().map(({ kind }) => kind)).toEqual(Object.keys(kinds));
	expect(rules).toHaveLength(4);
});
