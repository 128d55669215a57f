import { aboutTheCopy, isReadAloud, offline } from './addresses.ts';
import type { Names } from './leading.ts';
import { rewritePage, withFiles } from './rewriting.ts';
import type { Files } from './zipping.ts';

/** The learn door as it was built: what it answers by address, and the file behind any other address of it. */
export interface Site {
	answers: Map<string, string>;
	file: (address: string) => Uint8Array;
}

const types: Record<string, string> = { woff2: 'font/woff2', svg: 'image/svg+xml' };
const utf8 = new TextEncoder();

/** Every page of the scheme but those that need a server or a script, and the tables beside them. */
export function makeScheme(site: Site): Files {
	const pages = [...site.answers.keys()].filter(
		(address) => address !== offline && !isReadAloud(address)
	);
	return copyOf(site, new Map(pages.map((address) => [address, nameInScheme(address)])));
}

// What the pages of a lesson are called in its pack, by what follows its address.
const inAPack = new Map([
	['', 'for-pupils.html'],
	['/easy', 'in-easy-words.html'],
	['/further', 'to-go-further.html'],
	['/one-at-a-time', 'one-idea-at-a-time.html'],
	['/without-sex-education', 'for-pupils-without-sex-education.html'],
	['/parents', 'for-parents.html'],
	['/teaching', 'for-the-teacher.html'],
	['/teaching/without-sex-education', 'for-the-teacher-without-sex-education.html'],
	['/slides', 'slides.html'],
	['/slides/without-sex-education', 'slides-without-sex-education.html'],
	['/present', 'to-present.html'],
	['/present/without-sex-education', 'to-present-without-sex-education.html'],
	['/cards', 'cards-to-print.html'],
	['/cards/without-sex-education', 'cards-to-print-without-sex-education.html']
]);

/** One lesson: each of its pages, and the page about the copy. */
export function makePack(site: Site, lesson: string): Files {
	const own = [...inAPack]
		.map(([end, name]): [string, string] => [`/lessons/${lesson}${end}`, name])
		.filter(([address, name]) => name === 'for-pupils.html' || site.answers.has(address));
	return copyOf(site, new Map([...own, [aboutTheCopy, 'about-this-copy.html']]));
}

/** The addresses of the sheets and pictures that a page asks for. */
export const filesOfPage = (html: string): string[] => [
	...new Set([...html.matchAll(/ href="(\/[^"]+\.(?:css|svg))"/g)].map(([, at = '']) => at))
];

function nameInScheme(address: string): string {
	if (address === '/') return 'start-here.html';
	if (address === aboutTheCopy) return 'about-this-copy.html';
	if (/\.(csv|json)$/.test(address)) return address.slice(1);
	const [door, ...rest] = address.slice(1).split('/');
	return `${[door, rest.join('-')].filter(Boolean).join('/')}.html`;
}

function copyOf(site: Site, pages: Names): Files {
	const answers = [...pages].map(([address, name]) => ({ name, text: textOf(site, address) }));
	const asked = new Set(answers.flatMap(({ text }) => filesOfPage(text)));
	const files = [...asked].map((address): [string, string] => [address, `files/${last(address)}`]);
	const names = new Map([...pages, ...files]);
	return new Map([
		...answers.map(({ name, text }): [string, Uint8Array] => [
			name,
			utf8.encode(name.endsWith('.html') ? rewritePage(text, name, names) : text)
		]),
		...files.map(([address, name]): [string, Uint8Array] => [name, fileOf(site, address)])
	]);
}

function textOf(site: Site, address: string): string {
	const text = site.answers.get(address);
	if (text === undefined) throw new Error(`A copy was to hold ${address}, which was not built`);
	return text;
}

const last = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

// A browser that opens a page by `file:` may refuse the font of another file, so a sheet brings its own.
function fileOf(site: Site, address: string): Uint8Array {
	const bytes = site.file(address);
	if (!address.endsWith('.css')) return bytes;
	return utf8.encode(
		withFiles(new TextDecoder().decode(bytes), (asked) => asData(asked, site.file(asked)))
	);
}

function asData(address: string, bytes: Uint8Array): string {
	const type = types[address.slice(address.lastIndexOf('.') + 1)];
	if (!type) throw new Error(`A sheet asks for ${address}, which no copy can carry`);
	return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
