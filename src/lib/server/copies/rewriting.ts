import { defaultTreeAdapter as tree, parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { leadsTo, type Names } from './leading.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What is true, or of use, on the site alone says so, and is left out of a copy. */
const onTheSite = 'data-on-the-site';
const leading = ['href', 'src'];

/** A page of the site as it stands in a copy: its links lead within the copy, and what is for a server or a script is gone. */
export function rewritePage(html: string, from: string, names: Names): string {
	const page = parse(html);
	rewrite(page, (link) => leadsTo(link, from, names));
	return serialize(page);
}

function rewrite(node: Node, lead: (link: string) => string): void {
	if ('attrs' in node) {
		node.attrs = node.attrs.filter(({ name }) => !name.startsWith('data-sveltekit'));
		for (const each of node.attrs) if (leading.includes(each.name)) each.value = lead(each.value);
	}
	if (!('childNodes' in node)) return;
	for (const child of [...node.childNodes])
		if (staysBehind(child)) tree.detachNode(child);
		else rewrite(child, lead);
}

const staysBehind = (node: Node & DefaultTreeAdapterTypes.ChildNode): boolean =>
	tree.isCommentNode(node) ||
	node.nodeName === 'script' ||
	('attrs' in node && node.attrs.some(({ name }) => name === onTheSite));

const files = /url\((["']?)(\/[^"')]+)\1\)/g;

/** The files that a style sheet of the site asks for. */
export const filesOf = (css: string): string[] =>
	[...css.matchAll(files)].map(([, , address = '']) => address);

/** A style sheet with each file that it asks for inside it. */
export const withFiles = (css: string, asData: (address: string) => string): string =>
	css.replaceAll(files, (_, __, address: string) => `url("${asData(address)}")`);
