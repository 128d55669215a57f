import { expect, test } from 'vitest';
import { fitted } from './fitting.ts';
import type { Block, Draft } from './slide.ts';

const draft = (blocks: Block[], more: Partial<Draft> = {}): Draft => ({
	...{ id: 'x', look: 'plain', title: 'The horse', blocks },
	...more
});
const words = (says: string): Block => ({ kind: 'words', says });
const sentence = 'A horse has two halves, and it falls over without either of them. ';

test('few words are large, and many are smaller', () => {
	expect(fitted(draft([words('Toast.')]), 0)[0]?.size).toBe('largest');
	expect(fitted(draft([words(sentence.repeat(4))]), 0)[0]?.size).toBe('large');
	expect(fitted(draft([words(sentence.repeat(7))]), 0)[0]?.size).toBe('middle');
});

test('what is too much for one slide goes on under the same title, with not a word lost', () => {
	const says = sentence.repeat(30).trim();
	const slides = fitted(draft([words(says)], { on: 'y' }), 2);
	const later = slides.slice(1);
	expect(later.map(({ id }) => id)).toEqual(later.map((_, at) => `x-part-${at + 2}`));
	expect(later.length).toBeGreaterThan(1);
	for (const { title, step } of slides) expect([title, step]).toEqual(['The horse', 2]);
	expect(
		slides
			.flatMap(({ blocks }) => blocks)
			.map((block) => block.kind === 'words' && block.says)
			.join(' ')
	).toBe(says);
	expect(slides.filter(({ on }) => on)).toEqual([slides.at(-1)]);
});

test('the parts are about as long as one another', () => {
	const items = Array.from({ length: 12 }, (_, at) => `${at} ${sentence.trim()}`);
	const parts = fitted(draft([{ kind: 'list', items }]), 0).map(({ blocks: [list] }) =>
		list?.kind === 'list' ? list.items.length : 0
	);
	expect(parts.reduce((sum, many) => sum + many)).toBe(12);
	expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(2);
});

test('what is to be chosen from stays together, in smaller letters where it has to', () => {
	const of = Array.from({ length: 6 }, () => sentence.repeat(2));
	const slides = fitted(draft([{ kind: 'letters', of }]), 0);
	expect(slides).toHaveLength(1);
	expect(slides[0]?.size).toBe('small');
});

test('what a teacher can say to an answer stands beside the first slide alone', () => {
	const replies = [{ term: 'Caring', says: 'Look again.' }];
	const slides = fitted(draft([words(sentence.repeat(30))], { replies }), 0);
	expect(slides.length).toBeGreaterThan(1);
	expect(slides.filter(({ replies }) => replies.length > 0)).toEqual([slides[0]]);
});
