import { globSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copied } from '../journeys/copied.ts';
import { everyLesson } from '../journeys/every-lesson.ts';
import * as services from '#lib/server/help-services/index.ts';
import { zip } from '#lib/server/copies/zipping.ts';

const megabyte = 1024 * 1024;
const lessons = everyLesson.map((address) => address.replace('/lessons/', ''));
const built = (file: string) => readFileSync(`build/client/lessons/${file}`);
const packOf = (lesson: string) => built(`${lesson}/waymark-${lesson}.zip`);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const copies: [string, Map<string, Uint8Array>][] = [
	['the scheme', copied()],
	...lessons.map((lesson): [string, Map<string, Uint8Array>] => [lesson, copied(lesson)])
];

/** The sites that somebody wrote down: where a lesson's facts come from, and the services that it sends to. */
const namedOnPurpose = new Set(
	globSync('content/**/*.{svx,json}').flatMap((file) => [
		...[...readFileSync(file, 'utf8').matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host),
		...[...readFileSync(file, 'utf8').matchAll(/"website": "([\w.-]+)/g)].map(([, host]) => host)
	])
);

/** Everything that a file of a copy points at: links, files, and what a sheet asks for. */
const pointsAt = (name: string, bytes: Uint8Array): string[] => {
	if (name.endsWith('.css'))
		return [...text(bytes).matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, to = '']) => to);
	if (!name.endsWith('.html')) return [];
	return [...text(bytes).matchAll(/ (?:href|src|action|srcset|poster)="([^"]*)"/g)].map(
		([, to = '']) => to
	);
};

const mayBeNamed = (to: string): boolean =>
	/^tel:[\d]+$/.test(to) ||
	/^data:(image\/svg\+xml|font\/woff2)[,;]/.test(to) ||
	(/^https?:\/\//.test(to) && namedOnPurpose.has(new URL(to).host));

/** Whether it leads to a file of the copy, and to a part that is there. */
function isThere(to: string, from: string, files: Map<string, Uint8Array>): boolean {
	const [path = '', part] = to.split('#');
	const name = path === '' ? from : posix.join(posix.dirname(from), path);
	const file = files.get(name);
	return file !== undefined && (part === undefined || text(file).includes(` id="${part}"`));
}

describe.each(copies)('in the ZIP of %s', (_, files) => {
	test('everything leads to a file and a part that are in it, or to a site named on purpose', () => {
		const wrong: string[] = [];
		let many = 0;
		for (const [name, bytes] of files)
			for (const to of pointsAt(name, bytes)) {
				many += 1;
				const outside = /^([a-z]+:|\/)/i.test(to);
				if (outside ? !mayBeNamed(to) : !isThere(to, name, files)) wrong.push(`${name} → ${to}`);
			}
		expect(wrong).toEqual([]);
		expect(many).toBeGreaterThan(30);
	});

	test('no page has a script, a form that is sent, or a page of another door', () => {
		for (const [name, bytes] of files) {
			expect(name).toMatch(/^[\w-]+\/[\w./-]+\.(html|css|svg|csv|json|txt)$/);
			expect(text(bytes)).not.toMatch(/<script|<iframe|\son\w+=|javascript:|method="post"/i);
		}
		expect([...files.keys()].join()).not.toMatch(/desk|info|offline/);
	});

	test('the page about the copy has every national service, its number, and the day it was read', () => {
		const [, page] = [...files].find(([name]) => name.endsWith('/about-this-copy.html')) ?? [];
		for (const { name, phone, area } of services.shown().filter(({ area }) => !area)) {
			expect(area).toBeNull();
			expect(text(page)).toContain(`>${name.replaceAll('&', '&amp;')}<`);
			if (phone) expect(text(page)).toContain(`href="tel:${phone.replaceAll(' ', '')}"`);
		}
		expect(text(page).match(/We read its sources on \d+ \w+ \d{4}\./g)).toHaveLength(
			services.shown().filter(({ area }) => !area).length
		);
		expect(text(page)).toContain('Anybody who has this stick or this device can find these files');
	});

	test('the licences lie beside the pages', () => {
		for (const of of ['lessons', 'code', 'font'])
			expect([...files.keys()].some((name) => name.endsWith(`/licence-of-the-${of}.txt`))).toBe(
				true
			);
	});
});

test('every lesson and its teacher’s page are in the scheme', () => {
	const names = [...copied().keys()];
	for (const lesson of lessons) {
		expect(names).toContain(`waymark-lessons/lessons/${lesson}.html`);
		expect(names).toContain(`waymark-lessons/lessons/${lesson}-teaching.html`);
	}
});

test('the scheme is at most 40 MB, and a pack at most 2 MB', () => {
	const sizes = lessons.map((lesson) => packOf(lesson).byteLength);
	const scheme = built('waymark-lessons.zip').byteLength;
	console.log(
		`The scheme has ${scheme} bytes; the largest of ${sizes.length} packs ${Math.max(...sizes)}`
	);
	expect(scheme).toBeLessThanOrEqual(40 * megabyte);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * megabyte);
	expect(Math.min(...sizes, scheme)).toBeGreaterThan(20_000);
});

test('what is in the ZIP gives the same bytes again, on any day', () => {
	const files = new Map(
		[...copied()].map(([name, bytes]) => [name.replace('waymark-lessons/', ''), bytes])
	);
	expect(Buffer.from(zip('waymark-lessons', files)).equals(built('waymark-lessons.zip'))).toBe(
		true
	);
});

test('the page about lessons without a network says the sizes that there are', () => {
	const page = readFileSync('build/prerendered/lessons/offline.html', 'utf8');
	const said = [...page.matchAll(/data-size-of="([^"]+\.zip)"[^>]*>([\d.]+) (KB|MB)</g)];
	expect(said).toHaveLength(lessons.length + 1);
	for (const [, address = '', number, unit] of said) {
		const bytes = readFileSync(`build/client${address}`).byteLength;
		const many = unit === 'KB' ? Math.round(bytes / 1024) : +(bytes / megabyte).toFixed(1);
		expect(Number(number), address).toBe(many);
	}
	expect(page).not.toMatch(/data-size-of="[^"]*"[^>]*><\/span>/);
});

test('of all pages that are built beforehand, only that one and those that read aloud or present have a script, of at most 15 KB in all', () => {
	const pages = readdirSync('build/prerendered', { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.html')
	);
	const scripts = new Map(
		pages.map((name) => [
			name,
			[...readFileSync(`build/prerendered/${name}`, 'utf8').matchAll(/<script[^>]*>/g)].flat()
		])
	);
	const withOne = [...scripts].filter(([, found]) => found.length > 0);
	const beside = pages.filter((name) =>
		/^lessons\/[\w-]+\/(listen|(slides|present)(\/without-sex-education)?)\.html$/.test(name)
	);
	expect(beside.length).toBeGreaterThan(90);
	expect(withOne.map(([name]) => name).sort()).toEqual([...beside, 'lessons/offline.html'].sort());
	for (const [name, found] of withOne) {
		expect(found).toHaveLength(/\/present\b/.test(name) ? 2 : 1);
		const sizes = found.map((script) => {
			const [, address = ''] = / src="([^"]+)"/.exec(script) ?? [];
			return readFileSync(`build/client${address}`).byteLength;
		});
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15 * 1024);
	}
	expect(built('worker.js').byteLength).toBeLessThanOrEqual(15 * 1024);
	expect(pages.length).toBeGreaterThan(64);
});
