import { expect, test } from 'vitest';
import { newReference } from './reference.ts';

test('a reference is a letter and two groups of four that nobody mistakes when read aloud', () => {
	for (let time = 0; time < 200; time += 1)
		expect(newReference('C')).toMatch(/^C(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test('a thousand references are a thousand different ones', () => {
	expect(new Set(Array.from({ length: 1000 }, () => newReference('R'))).size).toBe(1000);
});
