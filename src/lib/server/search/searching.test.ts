import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { searching } from './index.ts';

/** What the form means, or what is wrong with it, by field. */
function read(typed: Record<string, string>) {
	const result = v.safeParse(searching, typed);
	if (result.success) return result.output;
	return Object.fromEntries(
		result.issues.map((issue) => [v.getDotPath(issue), issue.message] as const)
	);
}

const day = (name: 'from' | 'to', typed: string) => {
	const [day = '', month = '', year = ''] = typed.split(' ');
	return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year };
};

describe('the form of a search', () => {
	test('asks for words, for what it may be about, and for days', () => {
		expect(
			read({
				words: '  coat ',
				indicator: 'neglect',
				...day('from', '5 11 2026'),
				...day('to', '06 11 2026')
			})
		).toEqual({ words: 'coat', indicator: 'neglect', from: '2026-11-05', to: '2026-11-06' });
	});

	test.each([
		[{ words: 'coat' }],
		[{ indicator: 'online' }],
		[day('from', '5 11 2026')],
		[day('to', '5 11 2026')],
		[{ ...day('from', '5 11 2026'), ...day('to', '5 11 2026') }]
	])('is enough with one of them: %j', (typed) => {
		expect(read(typed)).toMatchObject({ words: expect.any(String), from: expect.any(String) });
		expect(read(typed)).not.toHaveProperty('form');
	});

	test('that asks for nothing says what to write', () => {
		expect(read({ words: '  ' })).toEqual({
			words: 'Write a word or a name, or choose below what to look for'
		});
	});

	test.each([
		[day('from', '31 2 2026'), 'from'],
		[day('to', '5 11 '), 'to'],
		[{ ...day('from', '6 11 2026'), ...day('to', '5 11 2026') }, 'to'],
		[{ indicator: 'weather' }, 'indicator'],
		[{ words: 'x'.repeat(1001) }, 'words']
	])('says what is wrong where it is: %j', (typed, field) => {
		expect(Object.keys(read(typed))).toContain(field);
	});
});
