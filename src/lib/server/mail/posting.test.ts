import { expect, test } from 'vitest';
import { freshDatabase } from '../db/testing.ts';
import { later, noon } from '../testing.ts';
import { markSent, post, postOnce, waiting, type Letter } from './index.ts';
import { letters } from './schema.ts';

const attachment = { name: 'a.json', type: 'application/json', content: '{}' };
const letter = (different: Partial<Letter> = {}): Letter => ({
	to: 'dee@moss.example',
	subject: 'Waymark',
	text: 'Hello.',
	attachment,
	...different
});

test('a letter that is posted waits, as it was written', async () => {
	const platform = await freshDatabase('platform');

	expect(await post(platform, letter(), noon)).toBe('posted');
	expect(await post(platform, letter({ attachment: undefined }), later(1))).toBe('posted');

	expect(await waiting(platform)).toEqual([
		{ number: 1, attempts: 0 },
		{ number: 2, attempts: 0 }
	]);
	expect(await platform.select().from(letters)).toMatchObject([
		{ to: 'dee@moss.example', attachment: '{}', createdAt: noon, sentAt: null },
		{ attachment: null, attachmentName: null, attachmentType: null, createdAt: later(1) }
	]);
});

test('a letter to no address, or to two, is not kept', async () => {
	const platform = await freshDatabase('platform');

	for (const to of ['', 'dee', 'dee@moss.example, eve@else.example', 'dee@moss.example\n']) {
		expect(await post(platform, letter({ to }))).toBe('no such address');
		expect(await postOnce(platform, letter({ to }), noon)).toBe('no such address');
	}

	expect(await platform.$count(letters)).toBe(0);
});

test('the very same letter is posted once, whether it still waits or was sent since', async () => {
	const platform = await freshDatabase('platform');
	const again = () => postOnce(platform, letter(), noon, later(1));

	expect(await again()).toBe('posted');
	expect(await again()).toBe('posted before');
	await markSent(platform, 1, later(2));
	expect(await again()).toBe('posted before');

	expect(await platform.$count(letters)).toBe(1);
});

test.each<[string, Partial<Letter>]>([
	['to another person', { to: 'ash@moss.example' }],
	['of another subject', { subject: 'Waymark again' }],
	['of other words', { text: 'Hello again.' }],
	['with another file', { attachment: { ...attachment, content: '{"a":1}' } }],
	['with no file', { attachment: undefined }]
])('a letter %s is another letter', async (_, different) => {
	const platform = await freshDatabase('platform');
	await post(platform, letter(), noon);

	expect(await postOnce(platform, letter(different), noon)).toBe('posted');
	expect(await postOnce(platform, letter(different), noon)).toBe('posted before');
});

test('the same letter is posted again when the other was sent before the time in question', async () => {
	const platform = await freshDatabase('platform');
	await post(platform, letter(), noon);
	await markSent(platform, 1, later(1));

	expect(await postOnce(platform, letter(), later(2))).toBe('posted');
});
