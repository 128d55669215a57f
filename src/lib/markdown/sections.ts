/** A piece of a markdown tree, as far as it is looked at here. */
type Node = { type: string; depth?: number; value?: string; children?: Node[] };
type File = { filename?: string; data: { fm?: Record<string, unknown> } };

/** What a heading and what is under it are called, and the fragment that leads there. */
export type Heading = { id: string; title: string };

/** Words as they are read aloud: a paragraph, or the items of a list. */
export type Said = { kind: 'words'; says: string } | { kind: 'list'; items: string[] };

/** A heading, the words under it, and the names of the activities among them. */
export type Section = Heading & { says: Said[]; activities: string[] };

const plain = ({ value, children = [] }: Node): string => value ?? children.map(plain).join('');

/** `3-what-a-friend-can-do`: its number keeps two sections of one title apart. */
const idOf = (title: string, at: number): string =>
	`${at}-${title
		.toLowerCase()
		.replaceAll('’', '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '')}`;

const saidIn = (node: Node): Said[] => {
	if (node.type === 'list') return [{ kind: 'list', items: (node.children ?? []).map(oneLine) }];
	if (node.type === 'blockquote') return (node.children ?? []).flatMap(saidIn);
	return node.type === 'paragraph' ? [{ kind: 'words', says: oneLine(node) }] : [];
};

const oneLine = (node: Node): string => plain(node).replaceAll(/\s+/g, ' ').trim();

const activityIn = ({ value = '' }: Node): string[] =>
	[...value.matchAll(/<Activity name="(\w+)"/g)].map(([, name = '']) => name);

const isHeading = ({ type, depth }: Node): boolean => type === 'heading' && depth === 2;
const html = (value: string): Node => ({ type: 'html', value });

function sectionsOf(nodes: Node[]): Section[] {
	const found: Section[] = [];
	for (const node of nodes) {
		if (isHeading(node)) {
			const title = plain(node);
			found.push({ id: idOf(title, found.length + 1), title, says: [], activities: [] });
		}
		found.at(-1)?.says.push(...saidIn(node));
		found.at(-1)?.activities.push(...activityIn(node));
	}
	return found;
}

/**
 * Puts each heading of a lesson, and all that is under it, into a `<Section>`, and tells the front matter which there
 * are and what they say (`sections`), so that a page may show one at a time or leave one out. For mdsvex, which hands it the tree.
 */
export const sections = () => (tree: Node, file: File) => {
	if (!file.filename?.includes('content/lessons/')) return;
	const headings = sectionsOf(tree.children ?? []);
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
