import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Hands from './Hands.svelte';
import Tally from './Tally.svelte';

const question = { key: 'sort-1', ask: 'Which?', options: ['this', 'that'], wasAsked: false };
const hands = (sent: { typed: Record<string, string>; problems: Record<string, string> }) =>
	render(Hands, { props: { question, noDevice: 'Count hands.', sent } }).body;

test('a wrong count stays as it was typed, open, with its sentence tied to its field and no other', () => {
	const page = hands({
		typed: { question: 'sort-1', count0: 'x', count1: '17' },
		problems: { 'hands-sort-1-0': 'Write a number' }
	});
	expect(page).toMatch(/<details open/);
	expect(page).toMatch(/value="x" aria-describedby="hands-sort-1-0-problem" aria-invalid="true"/);
	expect(page).toContain('value="17"');
	expect(page.match(/aria-invalid/g)).toHaveLength(1);
});

test('what was typed for another question is not put beside this one', () => {
	const page = hands({ typed: { question: 'sort-2', count0: '9' }, problems: {} });
	expect(page).not.toMatch(/<details open|value="9"/);
});

test('a tally says itself that it is a table', () => {
	const asked = {
		...{ key: 'sort-1', number: 1, ask: 'Which?', options: ['this', 'that'] },
		shown: { hidden: false as const, shares: [6, 4] }
	};
	const { body } = render(Tally, { props: { asked } });
	const roles = new Set([...body.matchAll(/role="(\w+)"/g)].map(([, role]) => role));
	expect([...roles]).toEqual(['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']);
});
