import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { branch, question, sort } from './shapes.ts';

const opening = { title: 'A title', intro: 'Choose one.', noDevice: 'Use corners.' };
const said = (schema: v.GenericSchema, given: unknown) =>
	(v.safeParse(schema, given).issues ?? []).map((issue) => issue.message);

describe('a sort', () => {
	const boxes = ['lifts', 'drops'].map((id) => ({ id, label: id }));
	const item = { text: 'Waiting for you', fits: ['lifts'], says: { lifts: 'Yes.', drops: 'Why?' } };
	const sorting = (spoilt: object) => ({
		kind: 'sort',
		...opening,
		boxes,
		items: [item, item, { ...item, ...spoilt }]
	});

	test('answers every box', () => {
		expect(said(sort, sorting({}))).toEqual([]);
		expect(said(sort, sorting({ says: { lifts: 'Yes.' } }))).toHaveLength(1);
	});

	test('fits only boxes that exist', () => {
		expect(said(sort, sorting({ fits: ['elsewhere'] }))).toHaveLength(1);
	});
});

describe('a branch', () => {
	const leads = (id: string, ...to: string[]) => ({
		id,
		title: id,
		text: 'Something happens.',
		choices: to.map((scene) => ({ says: scene, to: scene }))
	});
	const ends = (id: string) => ({ ...leads(id), mended: 'Someone helps.' });
	const story = (...scenes: object[]) => said(branch, { kind: 'branch', ...opening, scenes });

	test('leads every scene to an end', () => {
		expect(story(leads('a', 'b', 'c'), leads('b', 'd'), ends('c'), ends('d'))).toEqual([]);
	});

	test('leaves nobody at a scene that neither leads on nor ends', () => {
		expect(story(leads('a', 'b', 'c'), leads('b', 'd'), ends('c'), leads('d'))).toEqual([
			'A scene leads on by choices or ends mended, never both and never neither'
		]);
	});

	test('has no scene that a reader cannot reach, even when such scenes point at one another', () => {
		expect(story(leads('a', 'b'), ends('b'), leads('c', 'd'), leads('d', 'c'))).toEqual([
			'Every choice leads to a scene that exists, and every scene can be reached'
		]);
	});

	test('has no choice that leads nowhere', () => {
		expect(story(leads('a', 'b', 'gone'), leads('b', 'c', 'd'), ends('c'), ends('d'))).toHaveLength(
			1
		);
	});
});

describe('a question', () => {
	const asking = (attitude: boolean, ...right: boolean[]) =>
		said(question, {
			ask: 'What now?',
			attitude,
			options: right.map((is, at) => ({ text: `Option ${at}`, right: is, says: 'Because.' }))
		});

	test('of knowledge has a right answer', () => {
		expect(asking(false, true, false)).toEqual([]);
		expect(asking(false, false, false)).toEqual([
			'A knowledge question has a right option; an attitude question has none'
		]);
	});

	test('of attitude is never marked', () => {
		expect(asking(true, false, false)).toEqual([]);
		expect(asking(true, true, false)).toHaveLength(1);
	});

	test('offers no more options than the page can answer without a script', () => {
		expect(asking(false, true, ...Array<boolean>(6).fill(false))).toEqual([
			'Offer at most six options'
		]);
	});
});
