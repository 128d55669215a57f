import { expect, test } from 'vitest';
import { askedTogether } from './layouts.ts';

const layout = (id: string, ...sections: [heading: string, ...fields: string[]][]) => ({
	...{ id, title: id },
	sections: sections.map(([heading, ...fields]) => ({
		heading,
		fields: fields.map((field) => ({ field, label: field, required: false, first: false }))
	}))
});

test('several layouts ask each thing once, and say of what only some want which they are', () => {
	const together = askedTogether([
		layout('home', ['Why', 'reason', 'who harms'], ['Agreement', 'agreed']),
		layout('use', ['Why', 'reason', 'what is used'], ['Health', 'sleep'], ['Agreement', 'agreed'])
	]);

	expect(
		together.map(({ heading, fields }) => [
			heading,
			...fields.map(({ field, only }) => [field, ...only].join(' '))
		])
	).toEqual([
		['Why', 'reason', 'who harms home', 'what is used use'],
		['Agreement', 'agreed'],
		['Health', 'sleep use']
	]);
});

test('nothing is asked where no layout is chosen', () => {
	expect(askedTogether([])).toEqual([]);
});
