import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { lighterThan } from './lighter.ts';
import { read } from './reading.ts';
import { glossOf, codes } from './statutory.ts';
import { aLesson } from './testing.ts';

const file = '/content/lessons/ks3/K3-99-making-plans.svx';

describe('reading a lesson file', () => {
	test('the address is the name of the file in small letters', () => {
		expect(read(file, aLesson()).address).toBe('k3-99-making-plans');
	});

	test('a fault is told with the file, the field and what to do', () => {
		const draft = {
			...aLesson(),
			sources: [{ says: 'A', where: 'https://example.org', checked: 'May' }]
		};
		expect(() => read(file, draft)).toThrow(
			`${file} cannot be published. In “sources.0.checked”: Use a date such as 2026-11-23.`
		);
	});

	test('a date may stand with or without quotation marks', () => {
		const [source] = aLesson().sources;
		const draft = { ...aLesson(), sources: [{ ...source, checked: '2026-11-22T00:00:00.000Z' }] };
		expect(read(file, draft).sources[0]?.checked).toBe('2026-11-22');
	});

	test('a fault of the whole lesson says so', () => {
		expect(() => read(file, { ...aLesson(), minutes: 50 })).toThrow(
			/In the lesson as a whole: The minutes/
		);
	});

	test('a file named for another lesson is refused', () => {
		expect(() => read('/content/lessons/ks3/k3-98-plans.svx', aLesson())).toThrow(
			/begin with its id, K3-99/
		);
	});
});

describe('the catalogue', () => {
	const younger = { ...aLesson(), id: 'K2-99', phase: 'Key stage 2', years: [5] };

	test('runs from the youngest to the oldest', () => {
		const found = catalogue({ '/k3-99-plans.svx': aLesson(), '/k2-99-plans.svx': younger });
		expect(found.map(({ id }) => id)).toEqual(['K2-99', 'K3-99']);
	});

	test('refuses two lessons with one id', () => {
		expect(() => catalogue({ '/k3-99-a.svx': aLesson(), '/k3-99-b.svx': aLesson() })).toThrow(
			'/k3-99-b.svx cannot be published. /k3-99-a.svx has the id K3-99 already.'
		);
	});

	test('offers a lighter lesson that needs no class, the nearest by age', () => {
		const led = read('/k3-98-led.svx', { ...aLesson(), id: 'K3-98', level: 3 });
		const same = read('/k3-99-plans.svx', aLesson());
		expect(lighterThan(led, [read('/k2-99-plans.svx', younger), led, same])).toBe(same);
		expect(lighterThan(led, [led])).toBeUndefined();
	});
});

describe('the list of statutory codes', () => {
	test('has every one of the 195 items once', () => {
		expect(new Set(codes.map(({ code }) => code)).size).toBe(195);
	});

	test('says what a code stands for, and nothing for a code that does not exist', () => {
		expect(glossOf('PS7')).toMatch(/keeping on until heard/);
		expect(glossOf('SS99')).toBeUndefined();
	});
});
