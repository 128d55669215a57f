import { expect, test } from 'vitest';
import { postedFromHere } from './index.ts';

const here = 'https://waymark.example.org';
const posted = (headers: Record<string, string>) => postedFromHere(new Headers(headers), here);

test('a form from one of our own pages is taken', () => {
	expect(posted({ 'sec-fetch-site': 'same-origin' })).toBe(true);
});

test.each(['cross-site', 'same-site', 'none', ''])(
	'a form that the browser calls “%s” is refused, whatever its Origin says',
	(site) => {
		expect(posted({ 'sec-fetch-site': site, origin: here })).toBe(false);
	}
);

test('an older browser is judged by its Origin', () => {
	expect(posted({ origin: here })).toBe(true);
	expect(posted({ origin: 'https://waymark.example.org.evil.example' })).toBe(false);
	expect(posted({ origin: 'http://waymark.example.org' })).toBe(false);
});

test('a form that says nothing of where it came from is refused', () => {
	expect(posted({})).toBe(false);
	expect(posted({ origin: 'null' })).toBe(false);
});
