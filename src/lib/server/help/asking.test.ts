import { expect, test } from 'vitest';
import { pageFor, readSaid } from './asking.ts';
import { allTopics } from './topics.ts';

function formOf(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

const pageAfter = (fields: Record<string, string>) => pageFor(readSaid(formOf(fields)));
const asksFor = (fields: Record<string, string>) => {
	const page = pageAfter(fields);
	return 'question' in page ? page.question.asks : 'nothing';
};

test('the questions come one at a time: what, how old, where', () => {
	expect(asksFor({})).toBe('topic');
	expect(asksFor({ topic: 'bullying' })).toBe('age');
	expect(asksFor({ topic: 'bullying', age: '13 to 15' })).toBe('nation');
	expect(asksFor({ topic: 'bullying', age: '13 to 15', nation: 'Wales' })).toBe('nothing');
});

test('what was picked travels in the form', () => {
	const page = pageAfter({ topic: 'bullying', age: '13 to 15' });

	expect(page).toMatchObject({ question: { said: { topic: 'bullying', age: '13 to 15' } } });
});

test('every question can be skipped', () => {
	expect(asksFor({ topic: 'rather not say' })).toBe('age');
	expect(asksFor({ topic: 'rather not say', age: 'rather not say' })).toBe('nation');
});

test('all the questions can be skipped at once', () => {
	const page = pageAfter({ skip: 'rest' });

	expect(page).toMatchObject({ topic: { id: 'not-sure' }, skipped: ['topic', 'age', 'nation'] });
});

test('skipping the rest keeps what was said', () => {
	expect(pageAfter({ topic: 'home', skip: 'rest' })).toMatchObject({
		topic: { id: 'home' },
		skipped: ['age', 'nation']
	});
});

test('a value nobody offered is a question not yet answered, never an error', () => {
	expect(asksFor({ topic: '<script>', age: '-1', nation: 'Narnia' })).toBe('topic');
	expect(asksFor({ topic: 'bullying', age: 'constructor', nation: '__proto__' })).toBe('age');
});

test('a file in place of an answer is not an answer', () => {
	const form = new FormData();
	form.set('topic', new File(['home'], 'home'));

	expect(readSaid(form)).toEqual({});
});

test('every topic is offered, and leads to its own answer', () => {
	for (const { id } of allTopics()) {
		expect(pageAfter({ topic: id, skip: 'rest' })).toMatchObject({ topic: { id } });
	}
});
