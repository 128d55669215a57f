import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readPage, type ReadPage, type Version } from './envelope.ts';
import { addressOf, parsed, reader, Unread } from './fetching.ts';

/** A page of whole services. `at` is what an item is called where it has no id. */
export type SourcePage = Pick<ReadPage, 'pages' | 'total' | 'faults'> & { items: unknown[] };

/** Where services are read from, page by page, from page 1. */
export type Source = {
	/** Its base address, or the name of the file. */
	address: string;
	/** Such as `HSDS-UK-3.0`; of a file with its hash, so that another file is another reading. */
	version: string;
	kind: Version;
	/** Whether an item cannot move from one page to another while it is read. */
	isStill: boolean;
	page(number: number): Promise<SourcePage>;
	close(): void;
};

/** @throws {Unread} */
export const sourceOf = async (
	typed: string,
	settings: { allowPrivate?: boolean }
): Promise<Source> =>
	/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? fromAddress(addressOf(typed), settings) : fromFile(typed);

const mostInFile = 64 * 1024 * 1024;
const perPage = 100;

/** One JSON file: a page of a feed, a list of services, or one service. */
export function fromFile(path: string): Source {
	const text = readText(path);
	const given = parsed(text, path);
	const page = readPage(given);
	const items = page?.items ?? (Array.isArray(given) ? given : [given]);
	const kind = page?.version ?? (items.some(looksNew) ? '3.0' : '1.0');
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
	const pages = Math.max(1, Math.ceil(items.length / perPage));
	return {
		address: basename(path),
		version: `${kind === '3.0' ? 'HSDS-UK-3.0' : '1.0'} ${hash}`,
		kind,
		isStill: true,
		page: async (number) => ({
			pages,
			total: items.length,
			faults: page && page.total > items.length ? [partOnly] : [],
			items: items.slice((number - 1) * perPage, number * perPage)
		}),
		close: () => {}
	};
}

// Taken as the whole, a part would end every service that is not in it.
const partOnly = {
	field: 'total_items',
	says: 'The file holds a part of a feed, and not all of it.'
};

function readText(path: string): string {
	try {
		if (statSync(path).size > mostInFile) throw new Unread('A file may have up to 64 MB.');
		return readFileSync(path, 'utf8');
	} catch (fault) {
		if (fault instanceof Unread) throw fault;
		throw new Unread(`${path} could not be read: ${(fault as Error).message}`);
	}
}

type Thing = Record<string, unknown>;

const isThing = (given: unknown): given is Thing => typeof given === 'object' && given !== null;

// Version 3.0 asks for a status, and 1.0 for an organisation; what was added since is not in the older.
const newer = ['schedules', 'service_areas', 'attributes', 'organization_id', 'minimum_age'];
const looksNew = (item: unknown): boolean =>
	isThing(item) && (!('organization' in item) || newer.some((name) => name in item));

// A flag that is wrong costs nothing; a count that is wrong may be a service that nobody saw.
const isGrave = ({ field }: { field: string }): boolean => !/^(first|last|empty)/.test(field);

/** A feed at an address: `/` says its version, a page lists its services, and each has a page of its own. */
export async function fromAddress(
	base: URL,
	settings: { allowPrivate?: boolean }
): Promise<Source> {
	const { read, close } = reader(settings);
	const at = (path: string) => new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${path}`);
	const version = versionIn(await read(at('/')));
	const kind = /^3/.test(version.replace(/^HSDS-UK-|^V/i, '')) ? '3.0' : '1.0';
	const counted = kind === '3.0' ? 1 : await countsFrom(read, at('/services'));

	async function whole(item: unknown): Promise<unknown> {
		if (!isThing(item) || typeof item.id !== 'string') return item;
		// What has no page of its own is taken as the list has it.
		return (await read(at(`/services/${encodeURIComponent(item.id)}`))) ?? item;
	}

	return {
		address: at('').href,
		version,
		kind,
		isStill: false,
		close,
		page: async (number) => {
			const asked = at('/services');
			asked.search = `page=${number - 1 + counted}&per_page=${perPage}`;
			const page = readPage(await read(asked));
			if (!page) throw new Unread(`${asked.href} is no page of an Open Referral feed.`);
			const { pages, total } = page;
			const elsewhere = page.number === number || Number.isNaN(page.number);
			const faults = elsewhere ? [] : [{ field: 'page_number', says: `It should be ${number}.` }];
			const items = await Promise.all(page.items.map(whole));
			return { pages, total, items, faults: [...page.faults.filter(isGrave), ...faults] };
		}
	};
}

/** What a feed calls its version, as the official validator finds it: the version, else the OpenAPI address, else 1.0. */
export function versionIn(details: unknown): string {
	if (!isThing(details)) return '1.0';
	const { version, openapi_url: one, openapiUrl: two, open_api_url: three } = details;
	if (typeof version === 'string' && version.trim()) return version.trim().slice(0, 40);
	const address = [one, two, three].find((each) => typeof each === 'string');
	return /3/.test(String(address ?? '')) ? 'HSDS-UK-3.0' : '1.0';
}

async function countsFrom(read: (address: URL) => Promise<unknown>, address: URL): Promise<0 | 1> {
	const first = await read(address);
	return isThing(first) && first.number === 1 ? 1 : 0;
}
