import { expect, test } from 'vitest';
import { pageFor, sealed, unsealed, type Page, type Said } from './asking.ts';
import { allTopics } from './topics.ts';

const now = new Date('2026-11-10T12:00:00Z');
const asksFor = (said: Said) => {
	const page = pageFor(said, now);
	return 'question' in page ? page.question.asks : 'nothing';
};
const questionFor = (said: Said) => {
	const page = pageFor(said, now);
	if (!('question' in page)) throw new Error('Nothing was asked in the test');
	return page.question;
};

/** The page after a button was pressed. */
const after = (token = ''): Page => pageFor(unsealed(token, now)?.said ?? {}, now);
const press = (said: Said, label: string) =>
	after(questionFor(said).choices.find((each) => each.label === label)?.go);

test('the questions come one after the other, and then the answer', () => {
	expect(asksFor({})).toBe('topic');
	expect(asksFor({ topic: 'bullying' })).toBe('age');
	expect(asksFor({ topic: 'bullying', age: '13 to 15' })).toBe('nation');
	expect(asksFor({ topic: 'bullying', age: '13 to 15', nation: 'Wales' })).toBe('nothing');
});

test('a button carries what was picked before it', () => {
	const { choices } = questionFor({ topic: 'bullying', age: '13 to 15', school: 'ABC234' });

	expect(unsealed(choices[2]?.go, now)?.said).toEqual({
		...{ topic: 'bullying', age: '13 to 15', school: 'ABC234' },
		nation: 'Wales'
	});
});

test('every topic, age and nation is what its button says', () => {
	for (const { label, id } of allTopics()) {
		const page = press({}, label);
		expect(page).toMatchObject({ question: { asks: 'age' } });
		expect(press({ topic: id, age: '16 or 17' }, 'Scotland')).toMatchObject({ topic: { id } });
	}
});

test('one question can be skipped, or all that are left', () => {
	expect(after(questionFor({}).skip)).toMatchObject({ question: { asks: 'age' } });
	expect(after(questionFor({}).skipRest)).toMatchObject({
		topic: { id: 'not-sure' },
		skipped: ['topic', 'age', 'nation']
	});
	expect(after(questionFor({ topic: 'home' }).skipRest)).toMatchObject({
		topic: { id: 'home' },
		skipped: ['age', 'nation']
	});
	expect(questionFor({ topic: 'home', age: 'under 13' }).skipRest).toBeUndefined();
});

test('starting again keeps the school, and nothing that was picked', () => {
	const { again } = pageFor({ topic: 'home', age: 'under 13', school: 'ABC234' }, now);

	expect(unsealed(again, now)?.said).toEqual({ school: 'ABC234' });
});

test('going back takes the last answer away, and leaves those before it', () => {
	const back = (said: Said) => unsealed(pageFor(said, now).back, now)?.said;

	expect(back({ topic: 'home', age: 'under 13', nation: 'Wales', school: 'ABC234' })).toEqual({
		...{ topic: 'home', age: 'under 13', school: 'ABC234' }
	});
	expect(back({ topic: 'home', age: 'rather not say' })).toEqual({ topic: 'home' });
	expect(back({ topic: 'home' })).toEqual({});
	expect(pageFor({}, now).back).toBeUndefined();
});

test('what is no token of ours picks nothing: a child never meets an error here', () => {
	for (const token of [undefined, null, '', 'home', 'A'.repeat(70), {}, new File(['x'], 'x')])
		expect(unsealed(token, now)).toBeUndefined();
});

test('a token says when its page was made', () => {
	expect(unsealed(sealed({ topic: 'home' }, now), new Date(+now + 1000))?.at).toEqual(now);
});
