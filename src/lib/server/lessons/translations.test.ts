import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { lint } from './linting.ts';
import { read } from './reading.ts';
import { aLesson } from './testing.ts';
import { translationsThatHold } from './translations.ts';

const digest = 'a'.repeat(64);
const file = '/content/lessons/ks3/k3-99-making-plans.svx';
const another = '/content/lessons/ks3/k3-99-cy-making-plans.svx';
const translation = { of: digest, by: 'Ada', checkedBy: 'Bo', on: '2026-11-28' };
const translated = (over = {}) => ({ ...aLesson(), language: 'cy', translation, ...over });

const english = { ...read(file, aLesson()), digest };
const holding = (over = {}) =>
	translationsThatHold([english, { ...read(another, translated(over)), digest: 'b'.repeat(64) }]);

describe('a lesson in another language', () => {
	test('is read when a person has checked it, of the English words as they are', () => {
		expect(holding()).toMatchObject([{ id: 'K3-99', language: 'cy' }]);
	});

	test('says who checked it, or stops the build', () => {
		for (const over of [
			{ translation: undefined },
			{ translation: { ...translation, checkedBy: ' ' } }
		])
			expect(() => read(another, translated(over))).toThrow(/cannot be published/);
		expect(() => read(file, { ...aLesson(), translation })).toThrow(/not in English says/);
	});

	test('of words that have changed since is left out', () => {
		expect(holding({ translation: { ...translation, of: 'c'.repeat(64) } })).toEqual([]);
	});

	test('of other parts than the English ones is left out', () => {
		const { objectives, tellings } = aLesson();
		for (const over of [
			{ objectives: objectives.map((each) => ({ ...each, codes: ['SS1'] })) },
			{ tellings: { ...tellings, further: [...tellings.further, tellings.further[0]!] } }
		])
			expect(holding(over)).toEqual([]);
	});

	test('of a lesson that is not there is left out', () => {
		expect(translationsThatHold([{ ...read(another, translated()), digest }])).toEqual([]);
	});

	test('may have the id of the English one, and not its address', () => {
		expect(catalogue({ [file]: aLesson(), [another]: translated() })).toHaveLength(2);
		const same = file.replace('ks3/', 'ks3/cy/');
		expect(() => catalogue({ [file]: aLesson(), [same]: translated() })).toThrow(/already/);
		expect(() => catalogue({ [file]: aLesson(), [another]: aLesson() })).toThrow(/already/);
	});

	test('is not held to a reading age that was made for English', () => {
		const long = 'Notwithstanding considerations, organisational characteristics predominate. ';
		const tellings = {
			...aLesson().tellings,
			easy: aLesson().tellings.easy.map((each) => ({ ...each, text: long.repeat(3) }))
		};
		const told = (over: object) =>
			lint(
				{ file: another, frontMatter: { ...translated(), ...over, tellings }, prose: '' },
				{ services: new Set(), today: '2026-11-28' }
			).refused.join(' ');
		expect(told({})).not.toContain('reading age');
		expect(told({ language: 'en', translation: undefined })).toContain('reading age');
	});
});
