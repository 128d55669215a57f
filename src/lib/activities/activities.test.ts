import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { aLesson } from '#lib/server/lessons/testing.ts';
import Activity from './Activity.svelte';

const shown = async (name: string, of: unknown) =>
	(await render(Activity, { props: { name, of } })).body;
const opening = { title: 'A title', intro: 'Choose one.', noDevice: 'Use corners.' };
const counted = (html: string, what: RegExp) => [...html.matchAll(what)].length;

const quiz = (attitude: boolean) => ({
	kind: 'quiz',
	...opening,
	questions: [
		{
			ask: 'Whose job is it?',
			attitude,
			options: [
				{ text: 'A child’s', says: 'It never is.' },
				{ text: 'An adult’s', right: !attitude, says: 'Yes.' }
			]
		}
	]
});

describe('an activity', () => {
	test('answers every choice in the page itself, so that it works without a script', async () => {
		const html = await shown('sorting', aLesson().activities.sorting);
		expect(counted(html, /type="radio"/g)).toBe(6);
		expect(counted(html, /data-reply="\d"/g)).toBe(6);
	});

	test('sends nothing anywhere', async () => {
		const html = await shown('sorting', aLesson().activities.sorting);
		expect(html).not.toMatch(/action=|method=|<script/);
		expect(html).toMatch(
			/<form autocomplete="off"[^>]*>(<!--.*?-->)*<button type="submit" disabled/
		);
	});

	test('says in words whether an answer of knowledge is right', async () => {
		const html = await shown('whose', quiz(false));
		expect(counted(html, /That’s right\./g)).toBe(1);
		expect(counted(html, /Not quite\./g)).toBe(1);
	});

	test('never marks an attitude', async () => {
		expect(await shown('whose', quiz(true))).not.toMatch(/That’s right|Not quite/);
	});

	test('leads every choice of a story to a scene on the page, with help beside each scene', async () => {
		const html = await shown('story', aLesson().activities.story);
		const ids = [...html.matchAll(/<section id="(story-[^"]+)"/g)].map(([, id]) => id);
		const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
		expect(ids).toEqual(['story-start', 'story-ask', 'story-wait', 'story-end']);
		expect(targets.every((target) => ids.includes(target))).toBe(true);
		expect(counted(html, /href="\/info"/g)).toBe(4);
	});

	test('of a case shows what was thought about each question, without a script and marking nothing', async () => {
		const told = ['One', 'Two'].map((title) => ({ title, text: 'It rains.' }));
		const questions = ['Who?', 'What?'].map((ask) => ({ ask, says: 'A friend.' }));
		const html = await shown('week', { kind: 'case', ...opening, told, questions });
		expect(counted(html, /<details/g)).toBe(2);
		expect(html).not.toMatch(/That’s right|Not quite|<input|<form/);
	});

	test('of a plan or a map has nothing that could be typed or sent', async () => {
		const prompts = ['Who?', 'When?'].map((ask) => ({ ask, hint: 'Anybody.' }));
		const places = ['Gate', 'Hall', 'Field'].map((name) => ({ name, ask: 'Is it calm?' }));
		const marks = ['Green', 'Red'].map((mark) => ({ mark, means: 'calm' }));
		for (const html of [
			await shown('plan', { kind: 'make', ...opening, prompts, stays: 'Nobody collects it.' }),
			await shown('map', { kind: 'map', ...opening, places, marks, then: 'The council looks.' })
		])
			expect(html).not.toMatch(/<input|<textarea|<form|contenteditable/);
	});

	test('of a kind that does not exist stops the build', async () => {
		await expect(shown('odd', { kind: 'race', ...opening })).rejects.toThrow();
	});
});
