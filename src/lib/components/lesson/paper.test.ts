import { describe, expect, test } from 'vitest';
import { aLesson } from '#lib/server/lessons/testing.ts';
import { onPaper } from './paper.ts';

const opening = { title: 'A title', intro: 'Choose one.', noDevice: 'Use corners.' };

describe('an activity on paper', () => {
	test('a sort says for each box what the page would have said, and which box fits', () => {
		const { lead, cards } = onPaper(aLesson().activities.sorting!);
		expect(lead).toBe('Boxes: Plan · Rule');
		expect(cards[0]).toEqual({
			text: 'Ash asks',
			answers: [
				{ when: 'Plan (fits)', says: 'Both had a say.' },
				{ when: 'Rule', says: 'Only one had a say.' }
			]
		});
	});

	test('a story sends the reader on by number and says how a path ends', () => {
		const { cards } = onPaper(aLesson().activities.story!);
		expect(cards[0]?.answers).toEqual([
			{ when: 'Ask', says: 'Go to 2.' },
			{ when: 'Wait', says: 'Go to 3.' }
		]);
		expect(cards[3]?.answers).toEqual([
			{ when: 'Where this path ends', says: 'They agreed on a time.' }
		]);
	});

	test('a question of attitude says that nothing is marked', () => {
		const options = ['Talk', 'Wait'].map((text) => ({ text, right: false, says: 'It may help.' }));
		const questions = [{ ask: 'What would you do?', attitude: true, options }];
		const [card] = onPaper({ kind: 'quiz', ...opening, questions }).cards;
		expect(card?.text).toMatch(/nothing is marked/);
		expect(card?.answers.some(({ when }) => when.includes('right'))).toBe(false);
	});

	test('a rehearsal keeps its way out', () => {
		const lines = [{ who: 'Ash', says: 'No thanks.' }];
		const paper = onPaper({ kind: 'rehearse', ...opening, lines, stepOut: 'Say your own name.' });
		expect(paper.close).toBe('Stepping out. Say your own name.');
	});
});
