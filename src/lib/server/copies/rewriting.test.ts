import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadsTo } from './leading.ts';
import { filesOf, rewritePage, withFiles } from './rewriting.ts';

const names = new Map([
	['/', 'start-here.html'],
	['/lessons', 'lessons.html'],
	['/lessons/k3-04-x', 'lessons/k3-04-x.html'],
	['/lessons/k3-04-x/teaching', 'lessons/k3-04-x-teaching.html'],
	['/lessons/offline/copy', 'about-this-copy.html'],
	['/_app/immutable/assets/0.abc.css', 'files/0.abc.css']
]);
const lesson = 'lessons/k3-04-x.html';

describe('a link of a copy', () => {
	test.each([
		['/', '../start-here.html'],
		['/lessons', '../lessons.html'],
		['/lessons/k3-04-x/teaching', 'k3-04-x-teaching.html'],
		['/lessons/k3-04-x#what-i-can-say-now', '#what-i-can-say-now'],
		['/lessons#main', '../lessons.html#main'],
		['/_app/immutable/assets/0.abc.css', '../files/0.abc.css']
	])('to %s leads to its file', (link, to) => {
		expect(leadsTo(link, lesson, names)).toBe(to);
	});

	test.each(['/info', '/info/', '/info?x', '/info/ABC234', '/info/next'])(
		'to %s leads to the numbers that are in the copy',
		(link) => {
			expect(leadsTo(link, lesson, names)).toBe('../about-this-copy.html#who-can-help');
		}
	);

	test.each(['/desk', '/lessons/offline', '/information', '/lessons/k4-01-y', '/nothing#main'])(
		'to %s, which is not in the copy, leads to the page that says so',
		(link) => {
			expect(leadsTo(link, lesson, names)).toBe('../about-this-copy.html#what-is-not-here');
		}
	);

	test.each(['#start', 'https://www.gov.uk/x', 'tel:999', '//elsewhere.example', ''])(
		'that is “%s” stays as it is',
		(link) => {
			expect(leadsTo(link, lesson, names)).toBe(link);
		}
	);

	test('never begins at the root, whatever it led to and from wherever it leads', () => {
		const part = fc.stringMatching(/^[a-z0-9.%-]{0,12}$/);
		const link = fc
			.tuple(fc.array(part, { maxLength: 4 }), fc.option(part), fc.option(part))
			.map(([parts, query, hash]) => `/${parts.join('/')}?${query ?? ''}#${hash ?? ''}`)
			.filter((each) => !each.startsWith('//'));
		fc.assert(
			fc.property(link, fc.constantFrom(...names.values()), (each, from) => {
				const to = leadsTo(each, from, names);
				expect(to).not.toMatch(/^(\/|[a-z]+:)/);
				const { pathname } = new URL(to, `file:///stick/${from}`);
				expect([...names.values()].map((name) => `/stick/${name}`)).toContain(pathname);
			})
		);
	});
});

describe('a page of a copy', () => {
	const html =
		'<!doctype html><html lang="en-GB"><head><link href="/_app/immutable/assets/0.abc.css" rel="stylesheet">' +
		'<script src="/x.js"></script></head><body data-sveltekit-preload-data="off"><!--[--><p>Café & “tea” < 5' +
		' <a href="/info">Information</a> <a href="https://a.example/?b=1&amp;c=2" rel="noreferrer">a</a></p>' +
		'<p data-on-the-site>Only there.</p><input type="radio" checked></body></html>';

	test('leads within the copy, and keeps its words', () => {
		const page = rewritePage(html, lesson, names);
		expect(page).toContain('<link href="../files/0.abc.css" rel="stylesheet">');
		expect(page).toContain('<a href="../about-this-copy.html#who-can-help">Information</a>');
		expect(page).toContain('href="https://a.example/?b=1&amp;c=2"');
		expect(page).toContain('<p>Café &amp; “tea” &lt; 5 ');
		expect(page).toContain('<input type="radio" checked="">');
	});

	test('has no script, nothing for one, and nothing that holds on the site alone', () => {
		expect(rewritePage(html, lesson, names)).not.toMatch(/script|sveltekit|<!--|Only there/);
	});
});

test('a sheet of a copy carries the files that it asks for', () => {
	const css = `a{src:url(/a.woff2)format("woff2")}b{mask:url("data:image/svg+xml,x")}c{src:url('/c.woff2')}`;
	expect(filesOf(css)).toEqual(['/a.woff2', '/c.woff2']);
	expect(withFiles(css, (address) => `data:,${address}`)).toBe(
		`a{src:url("data:,/a.woff2")format("woff2")}b{mask:url("data:image/svg+xml,x")}c{src:url("data:,/c.woff2")}`
	);
});
