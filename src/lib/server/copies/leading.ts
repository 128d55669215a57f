import { posix } from 'node:path';
import { aboutTheCopy } from './addresses.ts';

/** What a copy holds: each address of the site, and the name of its file there. */
export type Names = Map<string, string>;

// Whoever follows a link for help lands where the numbers are, and not above them.
const insteadOf: [door: RegExp, part: string][] = [
	[/^\/info(?![\w-])/, '#who-can-help'],
	[/^/, '#what-is-not-here']
];

/**
 * What a link of the site becomes in the file `from` of a copy: relative, so that it holds in any folder.
 * Where the copy has no such page, the link leads to the page that says so; other sites, telephone numbers
 * and parts of the same page stay as they are.
 */
export function leadsTo(link: string, from: string, names: Names): string {
	if (!link.startsWith('/') || link.startsWith('//')) return link;
	const { pathname, hash } = new URL(link, 'https://waymark.invalid');
	const there = names.get(pathname);
	const [, part = ''] = insteadOf.find(([door]) => door.test(pathname)) ?? [];
	const to = there ? there + hash : (names.get(aboutTheCopy) ?? '') + part;
	return relative(from, to);
}

/** From one file of a copy to another, a fragment of the same page alone. */
function relative(from: string, to: string): string {
	const [file = '', part] = to.split('#');
	if (file === from && part) return `#${part}`;
	return posix.relative(posix.dirname(from), file) + (part ? `#${part}` : '');
}
