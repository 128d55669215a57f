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

	test('a case is told first, and then talked about', () => {
		const told = ['One', 'Two'].map((title) => ({ title, text: 'It rains.' }));
		const questions = ['Who?', 'What?'].map((ask) => ({ ask, says: 'A friend.' }));
		const { cards } = onPaper({ kind: 'case', ...opening, told, questions });
		expect(cards.map(({ text }) => text)).toEqual([
			'One. It rains.',
			'Two. It rains.',
			'Who?',
			'What?'
		]);
	});

	test('a map names its marks, its places, and what is done with it', () => {
		const places = ['Gate', 'Hall', 'Field'].map((name) => ({ name, ask: 'Is it calm?' }));
		const marks = ['Green', 'Red'].map((mark) => ({ mark, means: `means ${mark}` }));
		const paper = onPaper({ kind: 'map', ...opening, places, marks, then: 'The council looks.' });
		expect(paper.lead).toBe('Marks: Green, means Green · Red, means Red');
		expect(paper.cards).toHaveLength(3);
		expect(paper.close).toBe('What happens then. The council looks.');
	});

	test('a plan says first that it is nobody else’s', () => {
		const prompts = ['Who?', 'When?'].map((ask) => ({ ask, hint: 'Anybody.' }));
		const paper = onPaper({ kind: 'make', ...opening, prompts, stays: 'Nobody collects it.' });
		expect(paper.lead).toBe('Nobody collects it.');
		expect(paper.cards.map(({ answers }) => answers[0]?.when)).toEqual(['Who?', 'When?']);
	});
});
