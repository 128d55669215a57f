import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makePack, makeScheme, type Site } from './making.ts';
import { stamped, versionOf, withSizes } from './stamping.ts';
import { zip, type Files } from './zipping.ts';

const page = (links: string) =>
	`<!doctype html><link href="/_app/immutable/assets/0.css" rel="stylesheet">${links}`;
const site: Site = {
	answers: new Map([
		['/', page('<a href="/lessons">Lessons</a>')],
		['/lessons', page('<a href="/lessons/k1-01-a">A</a>')],
		['/lessons/coverage.csv', 'code,gloss\n'],
		['/lessons/k1-01-a', page('<a href="/">Home</a>')],
		['/lessons/k1-01-a/teaching', page('<a href="/lessons/k1-01-a">Pupils</a>')],
		['/lessons/offline', page('<script src="/x.js"></script>')],
		['/lessons/offline/copy', page('<a href="/parents">Parents</a>')]
	]),
	file: (address) =>
		new TextEncoder().encode(
			address.endsWith('.css') ? '@font-face{src:url(/_app/immutable/assets/f.woff2)}' : 'font'
		)
};
const text = (files: Files, name: string) => new TextDecoder().decode(files.get(name));

describe('the scheme', () => {
	const files = makeScheme(site);

	test('holds every page under a name that says what it is, and not the page with the script', () => {
		expect([...files.keys()].sort()).toEqual([
			'about-this-copy.html',
			'files/0.css',
			'lessons.html',
			'lessons/coverage.csv',
			'lessons/k1-01-a-teaching.html',
			'lessons/k1-01-a.html',
			'start-here.html'
		]);
	});

	test('has its font inside the sheet', () => {
		expect(text(files, 'files/0.css')).toBe(
			'@font-face{src:url("data:font/woff2;base64,Zm9udA==")}'
		);
	});

	test('is not made when a sheet asks for what no copy can carry', () => {
		const odd = { ...site, file: () => new TextEncoder().encode('a{src:url(/a.exe)}') };
		expect(() => makeScheme(odd)).toThrow('/a.exe, which no copy can carry');
	});
});

describe('the pack of a lesson', () => {
	test('holds its two pages and the page about the copy, and what they need', () => {
		const files = makePack(site, 'k1-01-a');
		expect([...files.keys()].sort()).toEqual([
			'about-this-copy.html',
			'files/0.css',
			'for-pupils.html',
			'for-the-teacher.html'
		]);
		expect(text(files, 'for-the-teacher.html')).toContain('<a href="for-pupils.html">');
		expect(text(files, 'for-pupils.html')).toContain(
			'href="about-this-copy.html#what-is-not-here"'
		);
	});

	test('of a lesson that was not built is not made', () => {
		expect(() => makePack(site, 'k9-99-z')).toThrow('/lessons/k9-99-z, which was not built');
	});
});

describe('a ZIP', () => {
	const files: Files = new Map([
		['b.html', new Uint8Array([1])],
		['a.html', new Uint8Array([2])]
	]);

	test('is the same bytes, in whatever order its files were made', () => {
		expect(zip('x', new Map([...files].reverse()))).toEqual(zip('x', files));
	});

	test('has everything in one folder', () => {
		expect(Object.keys(unzipSync(zip('x', files)))).toEqual(['x/a.html', 'x/b.html']);
	});
});

describe('the version of what is kept', () => {
	test('changes with a file and with its name, and with nothing else', () => {
		const of = (...files: [string, string][]) =>
			versionOf(new Map(files.map(([name, words]) => [name, new TextEncoder().encode(words)])));
		expect(of(['a', 'b'])).toBe(of(['a', 'b']));
		expect(new Set([of(['a', 'b']), of(['a', 'c']), of(['b', 'b']), of(['ab', ''])]).size).toBe(4);
	});

	test('is put into the worker, which must have a place for it', () => {
		expect(stamped("const version = 'unstamped';", 'abc')).toBe("const version = 'abc';");
		expect(() => stamped('const version = 1;', 'abc')).toThrow('no place');
	});
});

describe('a size', () => {
	const sizes = new Map([
		['/a.zip', 10],
		['x', 1],
		['y', 2]
	]);
	const said = (html: string) => withSizes(html, sizes, (bytes) => `${bytes} bytes`);

	test('is said as it was measured, of one thing or of several together', () => {
		expect(said('<span data-size-of="/a.zip"></span>')).toContain('>10 bytes</span>');
		expect(said('<span data-size-of="x y" class="z"></span>')).toContain('>3 bytes</span>');
	});

	test('of what was not made stops the build', () => {
		expect(() => said('<span data-size-of="/b.zip"></span>')).toThrow('/b.zip, which was not made');
	});
});
