import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import node from '@sveltejs/adapter-node';
import type { Adapter, Builder } from '@sveltejs/kit';
import { size } from '#lib/components/size.ts';
import {
	keptOfALesson,
	keptOfSome,
	offline,
	packOf,
	scheme,
	worker
} from '#lib/server/copies/addresses.ts';
import { makePack, makeScheme, type Site } from '#lib/server/copies/making.ts';
import { stamped, versionOf, withSizes } from '#lib/server/copies/stamping.ts';
import { zip, type Files } from '#lib/server/copies/zipping.ts';

const utf8 = new TextEncoder();
const schemesFolder = 'waymark-lessons';
const licences = {
	'licence-of-the-lessons.txt': 'content/LICENSE',
	'licence-of-the-code.txt': 'LICENSE',
	'licence-of-the-font.txt': 'src/lib/styles/fonts/LICENSE'
};

/**
 * The adapter for Node, and before it the copies of the lessons: made of the pages that were just built, so
 * that whoever builds has them, and they can say nothing that the site does not.
 */
export default function adapter(): Adapter {
	const own = node({ precompress: true });
	return {
		...own,
		name: 'waymark',
		async adapt(builder) {
			makeCopies(builder);
			await own.adapt(builder);
		}
	};
}

function makeCopies(builder: Builder): void {
	const pages = join(builder.config.kit.outDir, 'output/prerendered/pages');
	const client = builder.getClientDirectory();
	const site = siteOf(builder, pages, client);
	const lessons = [...site.answers.keys()].flatMap(
		(address) => /^\/lessons\/([^/]+)\/teaching$/.exec(address)?.[1] ?? []
	);
	const whole = makeScheme(site);
	const copies: [string, Uint8Array][] = [
		[scheme, zip(schemesFolder, withLicences(whole))],
		...lessons.map((lesson): [string, Uint8Array] => [
			packOf(lesson),
			zip(`waymark-${lesson}`, withLicences(makePack(site, lesson)))
		])
	];
	const source = readFileSync('src/lib/browser/worker.js', 'utf8');
	const page = site.answers.get(offline) ?? '';
	const version = versionOf(new Map([...whole, [offline, utf8.encode(page)]]));
	write(client, worker, stamped(source, version));
	for (const [address, bytes] of copies) write(client, address, bytes);

	const sizes = new Map([
		...copies.map(([address, bytes]): [string, number] => [address, bytes.byteLength]),
		...lessons.map((lesson): [string, number] => [lesson, onTheDevice(site, lesson)])
	]);
	write(pages, `${offline}.html`, withSizes(page, sizes, size));
}

/** What the pages of a lesson take up where they are kept; the sheets that all share are not among it. */
const onTheDevice = ({ answers }: Site, lesson: string): number =>
	[...keptOfALesson, ...keptOfSome].reduce(
		(sum, page) => sum + Buffer.byteLength(answers.get(`/lessons/${lesson}${page}`) ?? ''),
		0
	);

const withLicences = (files: Files): Files =>
	new Map([
		...files,
		...Object.entries(licences).map(([name, file]): [string, Uint8Array] => [
			name,
			readFileSync(file)
		])
	]);

function write(folder: string, address: string, what: Uint8Array | string): void {
	const file = join(folder, address);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, what);
}

function siteOf(builder: Builder, pages: string, client: string): Site {
	const { pages: html, assets } = builder.prerendered;
	const tables = [...assets.keys()].filter((address) => /\.(csv|schema\.json)$/.test(address));
	const answers = [
		...[...html].map(([address, { file }]): [string, string] => [address, file]),
		...tables.map((address): [string, string] => [address, address])
	].map(([address, file]): [string, string] => [address, readFileSync(join(pages, file), 'utf8')]);
	return {
		answers: new Map(answers.sort(([a], [b]) => (a < b ? -1 : 1))),
		file: (address) => readFileSync(join(client, address))
	};
}
