import { expect, test } from 'vitest';
import { keptNowhere } from './headers.ts';

test.each([
	'/desk',
	'/desk/',
	'/desk?x',
	'/desk/concerns/C-4K7M-2QHD/',
	'/info',
	'/info/',
	'/info?/x'
])('nothing that %s answers stays in a browser', (address) => {
	expect(keptNowhere(address)).toBe(true);
});

test.each(['/', '/lessons', '/information', '/desks', '/about', '/_app/immutable/desk.css', ''])(
	'what “%s” answers may stay',
	(address) => {
		expect(keptNowhere(address)).toBe(false);
	}
);
