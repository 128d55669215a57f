import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { services as table } from '../directory/schema.ts';
import type { Service } from '../directory/index.ts';
import { write } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { lantern } from '../testing.ts';
import { answer } from './answering.ts';
import { faultsOf, type Shape } from './checking.ts';
import { readPage } from './envelope.ts';
import { pageOf, type Page } from './paging.ts';
import { hasOfficial, officialChecks, services } from './testing.ts';

type Thing = Record<string, unknown> & { id: string };

const now = new Date('2026-11-27T12:00:00Z');
const place = {
	name: 'The house',
	address: '12 Quiet Row',
	city: 'Leeds',
	county: 'West Yorkshire',
	postcode: 'LS1 1AA',
	latitude: 53.8,
	longitude: -1.5
};

/** A feed over these services, and a way to ask it. */
async function feedOf(...rows: Service[]) {
	const published = await freshDatabase('public');
	await write(published, async (tx) => {
		for (const row of rows) await tx.insert(table).values(row);
	});
	const ask = async (path: string, query = '') =>
		answer(published, path, new URLSearchParams(query), now);
	const list = async (path: string, query = '') => (await ask(path, query)).body as Page<Thing>;
	return { ask, list };
}

const rooms = [
	['services', 'service', 'service.json'],
	['service_at_locations', 'service at location', 'service_at_location.json'],
	['taxonomies', 'taxonomy', 'taxonomy.json'],
	['taxonomy_terms', 'taxonomy term', 'taxonomy_term.json']
] as const satisfies [string, Shape, string][];

const lists = ['service_list', 'service_at_location_list', 'taxonomy_list', 'taxonomy_term_list'];

const directories = fc.uniqueArray(services, { selector: ({ id }) => id, maxLength: 6 });

/** Every answer of a feed, those of each item among them. */
async function everything(rows: Service[]) {
	const { ask, list } = await feedOf(...rows);
	const said: { room: number; isList: boolean; body: unknown }[] = [];
	for (const [room, [name]] of rooms.entries()) {
		const page = await list(name);
		said.push({ room, isList: true, body: page });
		for (const { id } of page.contents)
			said.push({ room, isList: false, body: (await ask(`${name}/${id}`)).body });
	}
	return said;
}

const hasNothing = (thing: unknown): boolean =>
	thing === null ||
	thing === '' ||
	(typeof thing === 'object' && Object.values(thing).some(hasNothing));

test('the base says which standard it keeps', async () => {
	const { ask } = await feedOf();

	expect(await ask('')).toMatchObject({ status: 200, body: { version: 'HSDS-UK-3.0' } });
	expect(faultsOf('details', (await ask('')).body)).toEqual([]);
});

test('whatever the directory holds, the feed keeps to our reading of the standard, with no null and no empty text', async () => {
	await fc.assert(
		fc.asyncProperty(directories, async (rows) => {
			for (const { room, isList, body } of await everything(rows)) {
				const things = isList ? (body as Page<Thing>).contents : [body];
				for (const thing of things) expect(faultsOf(rooms[room]![1], thing)).toEqual([]);
				if (isList) expect(readPage(body)?.faults).toEqual([]);
				expect(hasNothing(body)).toBe(false);
			}
		}),
		{ numRuns: 60 }
	);
});

test.runIf(hasOfficial)(
	'whatever the directory holds, the feed keeps to every official schema',
	async () => {
		const check = officialChecks();
		await fc.assert(
			fc.asyncProperty(directories, async (rows) => {
				for (const { room, isList, body } of await everything(rows)) {
					if (isList)
						expect(check(`validator/schemas-3.0-uk/${lists[room]}.json`, body)).toEqual([]);
					const things = isList ? (body as Page<Thing>).contents : [body];
					for (const thing of things) expect(check(rooms[room]![2], thing)).toEqual([]);
				}
			}),
			{ numRuns: 60 }
		);
		const { ask } = await feedOf();
		expect(check('validator/schemas-3.0-uk/api_details.json', (await ask('')).body)).toEqual([]);
	}
);

test('nothing of where a confidential service is leaves, in any answer', async () => {
	const never = /service_at_location|latitude|longitude|postal_code|address_1|location_id|Street /;
	await fc.assert(
		fc.asyncProperty(directories, async (rows) => {
			const kept = rows.map((row) => ({
				...row,
				confidential: true,
				about: `${row.about} at LS1 1AA.`
			}));
			for (const { body } of await everything(kept)) {
				expect(JSON.stringify(body)).not.toMatch(never);
				expect(JSON.stringify(body)).not.toContain('LS1 1AA');
			}
		}),
		{ numRuns: 60 }
	);
});

test('a service is where it says, with its address, and a confidential one beside it is nowhere', async () => {
	const open = { ...lantern, id: crypto.randomUUID(), places: JSON.stringify([place]) };
	const { list, ask } = await feedOf(open, {
		...open,
		id: crypto.randomUUID(),
		confidential: true
	});

	const found = await list('service_at_locations');

	expect(found.contents).toHaveLength(1);
	expect(found.contents[0]).toMatchObject({
		service: { id: open.id },
		location: { latitude: 53.8, addresses: [{ address_1: '12 Quiet Row' }] }
	});
	expect((await ask(`services/${open.id}`)).body).toMatchObject({ service_at_locations: [{}] });
});

test('a copy of another feed and a service that has ended are not told of, and an old word is inactive', async () => {
	const id = () => crypto.randomUUID();
	const { list } = await feedOf(
		{ ...lantern, id: id(), organisationId: null, feedId: 'feed', sourceId: 'x', name: 'Copy' },
		{ ...lantern, id: id(), endedAt: now, name: 'Ended' },
		{ ...lantern, id: id(), statedAt: new Date('2026-01-01'), name: 'Old' },
		{ ...lantern, id: id(), name: 'Fresh' }
	);

	const told = (await list('services')).contents.map(({ name, status }) => `${name} ${status}`);

	expect(told.sort()).toEqual(['Fresh active', 'Old inactive']);
});

describe('what is asked for', () => {
	const eight = { ...lantern, id: crypto.randomUUID(), name: 'Eight', fromAge: 8, toAge: 12 };
	const any = {
		...lantern,
		id: crypto.randomUUID(),
		name: 'Any',
		fromAge: null,
		toAge: null,
		needs: '[]'
	};

	test.each([
		['', ['Any', 'Eight']],
		['minimum_age=8', ['Eight']],
		['minimum_age=9', []],
		['maximum_age=12', ['Eight']],
		['maximum_age=11', []],
		['search=EIGHT one-to-one', ['Eight']],
		['search=nothing', []],
		['day=MO', []],
		['start_time=09:00', []],
		['anything=else', ['Any', 'Eight']]
	])('“%s” is answered to the letter', async (query, names) => {
		const { list } = await feedOf(eight, any);
		expect((await list('services', query)).contents.map(({ name }) => name).sort()).toEqual(names);
	});

	test('a term finds the services that have it, and so does its taxonomy', async () => {
		const { list } = await feedOf(eight, any);
		const term = (await list('taxonomy_terms')).contents.find(
			({ name }) => name === 'domestic abuse at home'
		);

		for (const query of [
			`taxonomy_term_id=${term?.id}`,
			`taxonomy_id=${String(term?.taxonomy_id)}`
		])
			expect((await list('services', query)).contents).toMatchObject([{ name: 'Eight' }]);
		expect((await list('services', 'taxonomy_id=other')).contents).toEqual([]);
	});

	test.each([
		'page=0',
		'page=x',
		'page=-1',
		'per_page=0',
		'per_page=501',
		'minimum_age=old',
		'page='
	])('“%s” is answered by a sentence', async (query) => {
		const { ask } = await feedOf();
		expect(await ask('services', query)).toMatchObject({
			status: 400,
			body: { message: expect.stringContaining('whole number') as string }
		});
	});

	test('places are found by their postcode, and never by a distance that nobody can measure', async () => {
		const open = { ...lantern, id: crypto.randomUUID(), places: JSON.stringify([place]) };
		const { list, ask } = await feedOf(open);

		expect((await list('service_at_locations', 'postcode=ls11aa')).total_items).toBe(1);
		expect((await list('service_at_locations', 'postcode=LS2 2BB')).total_items).toBe(0);
		expect((await ask('service_at_locations', 'postcode=LS1 1AA&proximity=500')).status).toBe(400);
	});

	test.each([
		'nowhere',
		'services/x',
		'services/x/y',
		'constructor',
		'__proto__',
		'taxonomies/x',
		'services/'
	])('“%s” leads nowhere, or to what it names', async (path) => {
		const { ask } = await feedOf();
		expect((await ask(path)).status).toBe(path === 'services/' ? 200 : 404);
	});
});

test('whoever walks all pages meets every item once', () => {
	fc.assert(
		fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (total, perPage) => {
			const items = Array.from({ length: total }, (_, at) => at);
			const met: number[] = [];
			const { total_pages: pages } = pageOf(items, 1, perPage);
			for (let number = 1; number <= pages; number += 1) {
				const page = pageOf(items, number, perPage);
				expect(readPage(page)).toMatchObject({ faults: [], number, pages, total });
				if (number < pages) expect(page.size).toBe(perPage);
				met.push(...page.contents);
			}
			expect(met).toEqual(items);
			expect(pageOf(items, pages + 1, perPage)).toMatchObject({
				empty: true,
				size: 0,
				last_page: false
			});
		})
	);
});
