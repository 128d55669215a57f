import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import listed from '../../content/site/topics.json' with { type: 'json' };
import { drawingOf } from '#lib/components/lesson/drawings.ts';
import * as services from '#lib/server/help-services/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import { digestOf } from '#lib/server/writing/index.ts';

const today = new Date().toISOString().slice(0, 10);
const published = lessons.all();

/** What a pupil reads: the prose of the lesson, and every word of its activities. */
const pupilText = ({ file, activities }: lessons.Catalogued) =>
	readFileSync(`.${file}`, 'utf8').split(/^---$/m).slice(2).join() + JSON.stringify(activities);

test('every lesson file is in the catalogue, so every lesson obeys the schema', () => {
	const files = globSync('content/lessons/**/*.svx').map((file) => `/${file}`);
	expect(files.length).toBeGreaterThan(0);
	expect(published.map(({ file }) => file).sort()).toEqual(files.sort());
});

test('every lesson has the digest of its own file, so that a check is of words and not of a name', () => {
	const own = published.map(({ file }) => digestOf(readFileSync(`.${file}`, 'utf8')));
	expect(published.map(({ digest }) => digest)).toEqual(own);
	expect(new Set(own).size).toBe(published.length);
	expect(digestOf('one\r\ntwo')).toBe(digestOf('one\ntwo'));
	expect(digestOf('one\ntwo.')).not.toBe(digestOf('one\ntwo'));
});

test('no two lessons have the same title', () => {
	const titles = published.map(({ title }) => title.toLowerCase());
	expect(titles.length).toBeGreaterThan(0);
	expect(new Set(titles).size).toBe(titles.length);
});

test('every topic has a lesson, and every item that a lesson teaches has one topic', () => {
	expect(lessons.topics(published)).toHaveLength(listed.length);
	const known = listed.flatMap(({ codes }) => codes);
	expect(new Set(known).size).toBe(known.length);
	const taught = published.flatMap(({ objectives }) => objectives.flatMap(({ codes }) => codes));
	expect(taught.filter((code) => !known.includes(code))).toEqual([]);
});

test('only three lessons have parts that are sex education, and each is whole without them', () => {
	const withParts = published.filter((lesson) => lessons.sexEducationIn(lesson).length > 0);
	expect(withParts.map(({ id }) => id)).toEqual(['K4-01', 'K4-04', 'K4-05']);
	for (const lesson of withParts) {
		const left = lessons.withoutSexEducation(lesson);
		expect(left.objectives.length).toBeGreaterThanOrEqual(2);
		expect(left.steps.every(({ activity }) => !activity || activity in left.activities)).toBe(true);
		expect(left.steps.filter(({ short }) => short)).toEqual(
			lesson.steps.filter(({ short }) => short)
		);
	}
});

test('the list of statutory codes is whole: 195 items, of which 111 are the core', () => {
	expect(lessons.codes).toHaveLength(195);
	expect(lessons.codes.filter(({ status }) => status === 'C')).toHaveLength(111);
});

describe.each(published.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
	test('opens with a drawing, which is described', () => {
		expect(drawingOf[lesson.id]?.alt).toMatch(/^\p{Lu}.{20,}\.$/u);
	});

	test('sends pupils only to services that we show', () => {
		const unknown = lesson.signposts.filter((id) => !services.serviceById(id)?.show);
		expect(unknown).toEqual([]);
	});

	test('claims only items that the guidance has, and none that we leave to other lessons', () => {
		const taught = lesson.objectives.flatMap(({ codes }) => codes);
		const outside = lessons.codes.filter(({ status }) => status === 'O').map(({ code }) => code);
		expect(taught.filter((code) => !lessons.glossOf(code))).toEqual([]);
		expect(taught.filter((code) => outside.includes(code))).toEqual([]);
	});

	test('leans on sources that somebody has looked at, none of them in the future', () => {
		expect(lesson.sources.filter(({ checked }) => checked > today)).toEqual([]);
		expect(lesson.sources.filter(({ where }) => !/^https?:\/\/[^/]+\.[^/]+/.test(where))).toEqual(
			[]
		);
	});

	test('has a short path of 25 minutes that keeps its opening and its close', () => {
		const short = lesson.steps.filter((step) => step.short);
		expect(short.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(25);
		expect([lesson.steps.at(0)?.short, lesson.steps.at(-1)?.short]).toEqual([true, true]);
	});

	test('shows every one of its activities to the pupil', () => {
		const shown = [
			...pupilText(lesson).matchAll(/<Activity name="(\w+)" of=\{activities\.(\w+)\}/g)
		];
		expect(shown.map(([, name]) => name).sort()).toEqual(Object.keys(lesson.activities).sort());
		expect(shown.filter(([, name, of]) => name !== of)).toEqual([]);
	});

	test('tells pupils that it is not their fault', () => {
		expect(pupilText(lesson)).toMatch(/(not|isn['’]t|never) your fault/i);
	});
});
