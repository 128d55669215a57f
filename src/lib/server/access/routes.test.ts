import { describe, expect, test } from 'vitest';
import { behindTheDesk, needed, routes } from './index.ts';

describe('what a request needs', () => {
	test('of a door for anyone is nothing, by whatever method', () => {
		for (const method of ['GET', 'HEAD', 'POST', 'PUT'])
			expect(needed('/(learn)', method)).toBe('anyone');
	});

	test('of a route of the desk is what the table says for that method', () => {
		expect(needed('/(desk)/desk/ledger', 'GET')).toBe('keep the ledger');
		expect(needed('/(desk)/desk/ledger', 'HEAD')).toBe('keep the ledger');
		expect(needed('/(desk)/desk/ledger', 'POST')).toBe('sign the ledger');
		expect(needed('/(desk)/desk/cases', 'GET')).toBe('list cases');
	});

	test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'get', 'constructor', ''])(
		'of a route of the desk by “%s” is a closed door',
		(method) => {
			for (const id of Object.keys(routes).filter(behindTheDesk))
				expect(needed(id, method)).toBe('closed');
		}
	);

	test('of a method that the table does not name is a closed door', () => {
		expect(needed('/(desk)/desk/cases', 'POST')).toBe('closed');
		expect(needed('/(desk)/desk/sign-out', 'GET')).toBe('closed');
		expect(needed('/(desk)/desk/sign-out', 'HEAD')).toBe('closed');
	});

	test.each([
		null,
		'',
		'/',
		'/(desk)',
		'/(desk)/desk/secrets',
		'__proto__',
		'constructor',
		'toString'
	])('of the route %j, which the table does not name, is a closed door', (id) => {
		for (const method of ['GET', 'POST']) expect(needed(id, method)).toBe('closed');
	});
});

test('the desk is what lies behind its door, and nothing else', () => {
	for (const id of Object.keys(routes))
		expect(behindTheDesk(id)).toBe(/^\/\(desk\)\/desk($|\/)/.test(id));
	expect(behindTheDesk(null)).toBe(false);
	expect(behindTheDesk('/x/(desk)/desk')).toBe(false);
});
