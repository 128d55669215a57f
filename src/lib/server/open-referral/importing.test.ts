import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listsOf, services as table } from '../directory/index.ts';
import type { Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { feedImports, feedItems, serviceAreas } from '../directory/index.ts';
import { lantern } from '../testing.ts';
import { state } from '../directory/index.ts';
import { feeding, madeUp } from './feeding.ts';
import { addressOf, isPrivate, reader } from './fetching.ts';
import { importFrom } from './importing.ts';
import { pageOf } from './paging.ts';
import { fromAddress, fromFile, sourceOf, versionIn, type Source } from './sources.ts';
import { hasOfficial, official, readOfficial } from './testing.ts';

type Public = Database<'public'>;
type Thing = Record<string, unknown>;

const at = new Date('2026-11-27T12:00:00Z');
const rowsOf = (published: Public) => published.select().from(table).orderBy(asc(table.name));
const many = (length: number) => Array.from({ length }, (_, number) => madeUp(number));

/** A file that holds this, as a source. */
function fileOf(given: unknown): Source {
	const folder = mkdtempSync(join(tmpdir(), 'waymark-feed-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const path = join(folder, 'services.json');
	writeFileSync(path, JSON.stringify(given));
	return fromFile(path);
}

const importFile = (published: Public, given: unknown) => importFrom(published, fileOf(given), at);

const minimal = { id: 'ac148810-d857-441c-9679-408f346de14b', name: 'A', status: 'active' };

async function aFeed(...given: Parameters<typeof feeding>) {
	const feed = await feeding(...given);
	onTestFinished(feed.close);
	return { ...feed, source: () => fromAddress(new URL(feed.address), { allowPrivate: true }) };
}

test('a feed is taken in whole, each service from its own page', async () => {
	const published = await freshDatabase('public');
	const { source } = await aFeed(many(230));

	const report = await importFrom(published, await source(), at);

	expect(report).toMatchObject({ state: 'taken in', taken: 230, ended: 0, refused: [] });
	const rows = await rowsOf(published);
	expect(rows).toHaveLength(230);
	expect(rows.find(({ name }) => name === 'Service 3')).toMatchObject({
		sector: 'domestic abuse',
		needs: '["domestic abuse at home"]',
		areas: '["Council 3"]',
		telephone: '0113 496 0000',
		runBy: 'Trust 3',
		takes: 'Young people who live in the area.',
		fromAge: 3,
		toAge: 15,
		organisationId: null
	});
	expect(await published.select().from(serviceAreas)).toHaveLength(230);
	for (const row of rows) expect(() => listsOf(row)).not.toThrow();
});

test('nothing is seen before the last page is read, and what was cut goes on where it was', async () => {
	const published = await freshDatabase('public');
	const asked: number[] = [];
	const { source } = await aFeed(many(350), (page) => asked.push(page));
	const whole = await source();
	const cut = {
		...whole,
		page: async (number: number) =>
			number === 3 ? Promise.reject(new Error('cut')) : whole.page(number)
	};

	await expect(importFrom(published, cut, at)).rejects.toThrow('cut');
	expect(await rowsOf(published)).toEqual([]);
	const report = await importFrom(published, await source(), at);

	expect(asked).toEqual([1, 2, 3, 4]);
	expect(report).toMatchObject({ state: 'taken in', taken: 350 });
	expect(await rowsOf(published)).toHaveLength(350);
	expect(await published.select().from(feedItems)).toEqual([]);
});

test('what the feed no longer has ends, what it has again is renewed, and what is stated here stays', async () => {
	const published = await freshDatabase('public');
	await state(published, lantern);
	await importFile(published, many(3));
	const later = new Date(at.getTime() + 1000);

	const report = await importFrom(
		published,
		fileOf([{ ...madeUp(0), name: 'Renamed' }, madeUp(1)]),
		later
	);

	expect(report).toMatchObject({ taken: 2, ended: 1 });
	const told = (await rowsOf(published)).map(({ name, endedAt }) => [name, endedAt]);
	expect(told).toEqual([
		['Lantern', null],
		['Renamed', null],
		['Service 1', null],
		['Service 2', later]
	]);
});

test('what is refused is named with its field and why, and what was taken of it before stays', async () => {
	const published = await freshDatabase('public');
	await importFile(published, [minimal, madeUp(1)]);

	const report = await importFile(published, [
		{ ...minimal, status: 'open', url: null },
		madeUp(1),
		'no',
		{ name: 'x' }
	]);

	expect(report).toMatchObject({ taken: 1, ended: 0 });
	expect(report.refused).toContainEqual({
		id: minimal.id,
		reasons: [
			'url: It must be text.',
			'status: It must be one of active, inactive, defunct, temporarily closed.'
		]
	});
	expect(report.refused).toHaveLength(3);
	expect((await rowsOf(published)).map(({ name, endedAt }) => [name, endedAt])).toContainEqual([
		'A',
		null
	]);
});

test('a feed with nothing usable takes nothing away', async () => {
	const published = await freshDatabase('public');
	await importFile(published, [minimal]);
	const before = await rowsOf(published);

	for (const given of [[], [{ id: '1' }]])
		expect(await importFile(published, given)).toMatchObject({ state: 'refused', taken: 0 });

	expect(await rowsOf(published)).toEqual(before);
	expect((await published.select().from(feedImports)).map((each) => each.state)).toEqual([
		'taken in',
		'refused',
		'refused'
	]);
});

test('a file that holds one page of several is refused, and takes nothing away', async () => {
	const published = await freshDatabase('public');
	await importFile(published, many(4));
	const page = { ...pageOf(many(4), 1, 2) };

	expect(await importFile(published, page)).toMatchObject({ state: 'refused', taken: 0 });

	expect((await rowsOf(published)).filter(({ endedAt }) => endedAt === null)).toHaveLength(4);
});

test('an id that stands twice is refused the second time', async () => {
	const published = await freshDatabase('public');
	const report = await importFile(published, [minimal, { ...minimal, name: 'B' }]);
	expect(report).toMatchObject({
		taken: 1,
		refused: [{ reasons: ['id: It stands twice in the feed.'] }]
	});
	expect((await rowsOf(published)).map(({ name }) => name)).toEqual(['A']);
});

test('a feed whose pages overlap, or hold fewer than it says, is refused as a whole', async () => {
	const published = await freshDatabase('public');
	const page = (items: unknown[], total: number) => ({ items, pages: 2, total, faults: [] });
	const source = (pages: unknown[][], total: number): Source => ({
		...{ address: 'https://feed.example', version: 'HSDS-UK-3.0', kind: '3.0', isStill: false },
		page: async (number) => page(pages[number - 1] ?? [], total),
		close: () => {}
	});

	expect(await importFrom(published, source([[madeUp(1)], [madeUp(1)]], 2), at)).toMatchObject({
		state: 'refused',
		refusal: expect.stringContaining('overlap') as string
	});
	expect(await importFrom(published, source([[madeUp(1)], [madeUp(2)]], 5), at)).toMatchObject({
		state: 'refused',
		refusal: expect.stringContaining('its pages held 2') as string
	});
	expect(await rowsOf(published)).toEqual([]);
});

describe('a place that must not be known', () => {
	const located = {
		...minimal,
		name: 'Bramble',
		service_at_locations: [
			{
				id: crypto.randomUUID(),
				location: {
					...{
						id: crypto.randomUUID(),
						location_type: 'physical',
						name: 'The house',
						latitude: 53.8,
						longitude: -1.5
					},
					addresses: [
						{
							id: crypto.randomUUID(),
							address_1: '12 Quiet Row',
							city: 'Leeds',
							state_province: 'West Yorkshire',
							postal_code: 'LS1 1AA',
							country: 'GB',
							address_type: 'physical'
						}
					]
				}
			}
		]
	};

	test.each([{ location_withheld: true }, { name: 'Bramble Refuge' }])(
		'%o is kept nowhere',
		async (more) => {
			const published = await freshDatabase('public');
			await importFile(published, [{ ...located, ...more }]);
			const [row] = await rowsOf(published);
			expect(row).toMatchObject({ confidential: true, places: '[]' });
			expect(JSON.stringify(row)).not.toMatch(/Quiet Row|53\.8|LS1 1AA|The house/);
		}
	);

	test('and any other is kept with its address', async () => {
		const published = await freshDatabase('public');
		await importFile(published, located);
		const [row] = await rowsOf(published);
		expect(listsOf(row!).places).toMatchObject([{ address: '12 Quiet Row', latitude: 53.8 }]);
	});
});

test('what looks like HTML is text, and nothing that cannot be read is kept', async () => {
	const published = await freshDatabase('public');
	const [html, hidden] = ['<b onclick="x">Bold</b>', '\u202eReversed\u0007'];
	await importFile(published, [
		{ ...minimal, description: html, name: hidden, url: 'javascript:alert(1)' }
	]);
	expect(await rowsOf(published)).toMatchObject([{ about: html, name: 'Reversed', website: '' }]);
});

describe('the older version', () => {
	const old = (number: number) => ({
		id: String(number),
		name: `Old ${number}`,
		organization: { id: '9', name: 'Council' },
		status: 'active'
	});

	test('is known by its list and read from page 0, over an address', async () => {
		const asked: string[] = [];
		const server = createServer(({ url = '' }, response) => {
			const { pathname, searchParams } = new URL(url, 'http://x');
			asked.push(url);
			if (pathname === '/') return void response.writeHead(404).end();
			const id = /^\/services\/(\d+)$/.exec(pathname)?.[1];
			if (id) return void response.end(JSON.stringify(old(Number(id))));
			const number = Number(searchParams.get('page') ?? 0);
			const content = [old(number * 2), old(number * 2 + 1)];
			response.end(
				JSON.stringify({
					totalElements: 4,
					totalPages: 2,
					number,
					size: 2,
					first: number === 0,
					last: number === 1,
					empty: false,
					content
				})
			);
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		const { port } = server.address() as AddressInfo;
		const published = await freshDatabase('public');

		const report = await importFrom(
			published,
			await sourceOf(`http://127.0.0.1:${port}`, { allowPrivate: true }),
			at
		);

		expect(report).toMatchObject({ state: 'taken in', taken: 4 });
		expect(asked.filter((each) => each.includes('page=0'))).toHaveLength(1);
		expect((await rowsOf(published)).map(({ name, runBy }) => `${name} ${runBy}`)).toEqual([
			'Old 0 Council',
			'Old 1 Council',
			'Old 2 Council',
			'Old 3 Council'
		]);
	});

	test('is found in what the base says, in the order of the official validator', () => {
		expect(versionIn({ version: 'HSDS-UK-3.0' })).toBe('HSDS-UK-3.0');
		expect(versionIn({ openapi_url: 'https://x.example/3.0/openapi.json' })).toBe('HSDS-UK-3.0');
		expect(versionIn({ openapiUrl: 'https://x.example/1.0' })).toBe('1.0');
		expect(versionIn(undefined)).toBe('1.0');
	});
});

describe('an address', () => {
	test.each([
		'ftp://feed.example',
		'file:///etc/hosts',
		'https://name:secret@feed.example',
		'nothing'
	])('“%s” is refused', (typed) => {
		expect(() => addressOf(typed)).toThrow();
	});

	test.each([
		'127.0.0.1',
		'10.1.2.3',
		'172.20.0.1',
		'192.168.1.1',
		'169.254.169.254',
		'::1',
		'fd00::1',
		'::ffff:10.0.0.1',
		'fe80::1',
		'0.0.0.0'
	])('%s is private', (ip) => {
		expect(isPrivate(ip)).toBe(true);
	});

	test.each(['198.51.99.1', '8.8.8.8', '2a00:1450::1'])('%s is not', (ip) => {
		expect(isPrivate(ip)).toBe(false);
	});

	test.each(['localhost', '127.0.0.1'])('%s is not asked unless that is said', async (host) => {
		const { address } = await aFeed(many(1));
		const { port } = new URL(address);
		const { read, close } = reader();
		onTestFinished(close);
		await expect(read(new URL(`http://${host}:${port}/feed/`))).rejects.toThrow('private network');
	});

	test('is not followed without end', async () => {
		const server = createServer((_, response) =>
			response.writeHead(302, { location: '/again' }).end()
		);
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		const { port } = server.address() as AddressInfo;
		const { read, close } = reader({ allowPrivate: true });
		onTestFinished(close);
		await expect(read(new URL(`http://127.0.0.1:${port}/`))).rejects.toThrow('on and on');
	});
});

describe.runIf(hasOfficial)('the official mocks', () => {
	const take = async (path: string) => {
		const published = await freshDatabase('public');
		return importFrom(published, fromFile(join(official, 'validator/mocks', path)), at);
	};

	test('that are good are taken', async () => {
		for (const file of ['service_full.json', 'service_list.json'])
			expect(await take(`Default/${file}`)).toMatchObject({
				state: 'taken in',
				taken: 1,
				refused: []
			});
	});

	test('that warn are taken with a warning', async () => {
		const report = await take('Warn/service_full.json');
		expect(report).toMatchObject({ state: 'taken in', taken: 1 });
		expect(Object.keys(report.warnings)).toContain(
			'assured_date: It was last assured more than three months ago.'
		);
	});

	test('that fail are refused with their reason', async () => {
		const { refused } = await take('Fail/service_full.json');
		expect(refused[0]?.reasons).toEqual([
			'url: It must be a whole web address.',
			'email: It must be an e-mail address.'
		]);
		const list = await take('Fail/service_list.json');
		expect(list.refused.length).toBeGreaterThan(0);
		expect(list.refused.flatMap(({ reasons }) => reasons)).toContain('name: It is missing.');
	});

	test('hold as many services as they say', () => {
		expect((readOfficial('validator/mocks/Default/service_list.json') as Thing).total_items).toBe(
			1
		);
	});
});
