import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf, type Shape } from './checking.ts';
import { readPage } from './envelope.ts';
import { pageOf } from './paging.ts';
import { hasOfficial, official, readOfficial } from './testing.ts';

const minimal = { id: 'ac148810-d857-441c-9679-408f346de14b', name: 'A', status: 'active' };

const shapeOf = (file: string): Shape | undefined => {
	if (file.startsWith('api_details')) return 'details';
	if (file.startsWith('service_at_location')) return 'service at location';
	if (file.startsWith('service')) return 'service';
	if (file.startsWith('organization')) return 'organization';
	if (file.startsWith('taxonomy_term')) return 'taxonomy term';
	return file.startsWith('taxonomy') ? 'taxonomy' : undefined;
};

/** The fields at fault in one official file, of a list all its items’. */
function fieldsIn(folder: string, file: string): string[] {
	const given = readOfficial(`${folder}/${file}`) as { contents?: unknown[] };
	const shape = shapeOf(file);
	if (!shape) throw new Error(`Nobody knows what ${file} is`);
	return (given.contents ?? [given]).flatMap((thing) =>
		faultsOf(shape, thing).map(({ field }) => field)
	);
}

describe('a service', () => {
	test('needs no more than an id, a name and a status', () => {
		expect(faultsOf('service', minimal)).toEqual([]);
	});

	test.each([
		['status', { status: 'open' }],
		['id', { id: '1' }],
		['url', { url: null }],
		['url', { url: 'example/counselling' }],
		['email', { email: 'email-example_com' }],
		['name', { name: undefined }],
		['organization.description', { organization: { id: minimal.id, name: 'A' } }],
		[
			'attributes.0.taxonomy_term.description',
			{ attributes: [{ id: minimal.id, taxonomy_term: { id: minimal.id, name: 'x' } }] }
		]
	])('is at fault in its %s', (field, different) => {
		expect(faultsOf('service', { ...minimal, ...different })).toMatchObject([{ field }]);
	});

	test('may say more than the standard knows', () => {
		const more = {
			phones: [{ id: minimal.id, number: '0113 496 0000' }],
			eligibility_description: 'All.',
			own: 1
		};
		expect(faultsOf('service', { ...minimal, ...more })).toEqual([]);
	});
});

describe('a page', () => {
	const page = pageOf([1, 2, 3], 1, 2);

	test.each([
		['size', { size: 3 }],
		['first_page', { first_page: false }],
		['last_page', { last_page: true }],
		['empty', { empty: true }],
		['total_items', { total_items: 'three' }]
	])('whose %s does not agree is found out', (field, different) => {
		expect(readPage({ ...page, ...different })?.faults.map((each) => each.field)).toEqual([field]);
	});

	test('that is none is none', () => {
		for (const given of [null, [], 'x', {}, { contents: 'x' }])
			expect(readPage(given)).toBeUndefined();
	});
});

describe.runIf(hasOfficial)('what SOURCE.txt expects', () => {
	const files = (folder: string) => readdirSync(join(official, folder));

	test.each(['uk-live-3.0/examples', 'validator/mocks/Default'])('%s is good', (folder) => {
		for (const file of files(folder)) expect([file, fieldsIn(folder, file)]).toEqual([file, []]);
	});

	test.each(['Warn', 'Fail'])('the mocks of %s are at fault where they should be', (name) => {
		const folder = `validator/mocks/${name}`;
		const faults = Object.fromEntries(
			files(folder).map((file) => [file, [...new Set(fieldsIn(folder, file))].sort()])
		);
		const known: Record<string, string[]> = { 'taxonomy_term.json': ['description', 'term_uri'] };
		if (name === 'Fail')
			Object.assign(known, {
				'api_details.json': ['openapi_url', 'profile'],
				'service_full.json': ['email', 'url'],
				'service_list.json': ['email', 'name', 'url']
			});
		for (const [file, fields] of Object.entries(faults))
			expect([file, fields]).toEqual([file, known[file] ?? []]);
	});

	test('the pages agree with themselves, but for those with issues', () => {
		for (const file of files('validator/pagination-fixtures')) {
			const read = readPage(readOfficial(`validator/pagination-fixtures/${file}`));
			expect([file, (read?.faults.length ?? 0) > 0]).toEqual([file, file.includes('WithIssues')]);
		}
	});
});
