import { describe, expect, test } from 'vitest';
import { coverage, coverageCsv, glossary } from './coverage.ts';
import { read } from './reading.ts';
import { codes } from './statutory.ts';
import { aLesson } from './testing.ts';

const lesson = read('/content/lessons/ks3/k3-99-making-plans.svx', aLesson());
const another = {
	...lesson,
	id: 'K3-98',
	title: 'Plans “again”, with commas',
	address: 'k3-98-plans'
};

describe('what the lessons cover', () => {
	test('says of every item which lessons teach it and by which question it is checked', () => {
		const items = coverage([lesson, another]);
		expect(items.map(({ code }) => code)).toEqual(codes.map(({ code }) => code));
		const taught = items.find(({ code }) => code === 'SR1');
		expect(taught?.taughtBy.map(({ id, asks }) => [id, ...asks])).toEqual([
			['K3-99', 'What is a plan?'],
			['K3-98', 'What is a plan?']
		]);
		expect(items.find(({ code }) => code === 'SI1')).toMatchObject({ status: 'O', taughtBy: [] });
	});

	test('is a table for a spreadsheet, with a line also for what nobody teaches', () => {
		const csv = coverageCsv([lesson, another]);
		const lines = csv.trimEnd().split('\r\n');
		expect(lines).toHaveLength(codes.length + 1 + 2);
		expect(csv).toContain('"K3-98","Plans “again”, with commas"');
		expect(lines.every((line) => line.split('","').length === 6)).toBe(true);
	});
});

describe('the words that lessons explain', () => {
	test('stand from A to Z, each once, with the lessons of each meaning', () => {
		const words = glossary([
			lesson,
			{ ...another, keyWords: [{ term: 'choice', plain: 'Something to pick.' }] }
		]);
		expect(words.map(({ term }) => term)).toEqual(['Choice', 'Plan', 'Rule']);
		expect(words[0]?.meanings.map(({ plain, lessons }) => [plain, lessons.length])).toEqual([
			['A word.', 1],
			['Something to pick.', 1]
		]);
		const same = glossary([lesson, another]);
		expect(same[1]?.meanings).toHaveLength(1);
		expect(same[1]?.meanings[0]?.lessons).toHaveLength(2);
	});
});
