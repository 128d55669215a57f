/** A piece of a markdown tree, as far as it is looked at here. */
type Node = { type: string; depth?: number; value?: string; children?: Node[] };
type File = { filename?: string; data: { fm?: Record<string, unknown> } };

/** What a heading and what is under it are called, and the fragment that leads there. */
export type Heading = { id: string; title: string };

const plain = ({ value, children = [] }: Node): string => value ?? children.map(plain).join('');

/** `3-what-a-friend-can-do`: its number keeps two sections of one title apart. */
const idOf = (title: string, at: number): string =>
	`${at}-${title
		.toLowerCase()
		.replaceAll('’', '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '')}`;

const isHeading = ({ type, depth }: Node): boolean => type === 'heading' && depth === 2;
const html = (value: string): Node => ({ type: 'html', value });

/**
 * Puts each heading of a lesson, and all that is under it, into a `<Section>`, and tells the front matter which there
 * are (`sections`), so that a page may show one at a time or leave one out. For mdsvex, which hands it the tree.
 */
export const sections = () => (tree: Node, file: File) => {
	if (!file.filename?.includes('content/lessons/')) return;
	const headings = (tree.children ?? [])
		.filter(isHeading)
		.map((heading, at): Heading => ({ id: idOf(plain(heading), at + 1), title: plain(heading) }));
	let at = 0;
	tree.children = (tree.children ?? []).flatMap((node) => {
		if (node.value?.startsWith('<script>')) return [importing(node)];
		if (!isHeading(node)) return [node];
		const opening = html(`<Section id="${headings[at]?.id}">`);
		return at++ === 0 ? [opening, node] : [html('</Section>'), opening, node];
	});
	if (at > 0) tree.children.push(html('</Section>'));
	file.data.fm = { ...file.data.fm, sections: headings };
};

const importing = (script: Node): Node =>
	html(
		`<script>\n\timport Section from '#lib/components/lesson/Section.svelte';${script.value?.slice('<script>'.length)}`
	);
