import type { Fault } from './checking.ts';

type Thing = Record<string, unknown>;
export type Version = '3.0' | '1.0';

/** One page as it came, in the words of version 3.0 whatever version it is. */
export type ReadPage = {
	version: Version;
	number: number;
	pages: number;
	total: number;
	items: unknown[];
	faults: Fault[];
};

const isThing = (given: unknown): given is Thing =>
	typeof given === 'object' && given !== null && !Array.isArray(given);
const numberIn = (thing: Thing, name: string): number =>
	Number.isSafeInteger(thing[name]) ? (thing[name] as number) : NaN;

const names = {
	'3.0': {
		items: 'contents',
		total: 'total_items',
		pages: 'total_pages',
		number: 'page_number',
		first: 'first_page',
		last: 'last_page'
	},
	'1.0': {
		items: 'content',
		total: 'totalElements',
		pages: 'totalPages',
		number: 'number',
		first: 'first',
		last: 'last'
	}
} as const;

/** Reads a page of either version and says what does not agree in it; `undefined` when it is no page at all. */
export function readPage(given: unknown): ReadPage | undefined {
	if (!isThing(given)) return undefined;
	const version = Array.isArray(given.contents) ? '3.0' : '1.0';
	const name = names[version];
	const items = given[name.items];
	if (!Array.isArray(items)) return undefined;
	// The older feeds count their pages from 0; one that counts from 1 has no page 0 to be first.
	const base = version === '1.0' && !(given.first === true && given.number === 1) ? 1 : 0;
	const page = {
		number: numberIn(given, name.number) + base,
		pages: numberIn(given, name.pages),
		total: numberIn(given, name.total)
	};
	const expected = {
		[name.first]: page.number === 1,
		[name.last]: page.number === Math.max(1, page.pages),
		empty: items.length === 0,
		size: version === '3.0' ? items.length : given.size
	};
	return {
		version,
		items,
		...page,
		faults: [...counts(name, page), ...differences(given, expected)]
	};
}

const counts = (
	name: (typeof names)[Version],
	page: Record<'number' | 'pages' | 'total', number>
) =>
	(['number', 'pages', 'total'] as const)
		.filter((each) => Number.isNaN(page[each]))
		.map((each) => ({ field: name[each], says: 'It must be a whole number.' }));

const differences = (given: Thing, expected: Thing): Fault[] =>
	Object.entries(expected)
		.filter(([field, should]) => given[field] !== should)
		.map(([field, should]) => ({ field, says: `It should be ${String(should)} on this page.` }));
