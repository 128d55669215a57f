import { compile } from 'mdsvex';
import { expect, test } from 'vitest';
import { sections } from './sections.ts';

const script = "<script>\n\timport Activity from 'activity';\n</script>";
const made = async (text: string, filename = '/content/lessons/ks3/x.svx') =>
	compile(`---\nid: x\n---\n\n${script}\n\n${text}`, { remarkPlugins: [sections], filename });

test('each heading and what is under it is a section, and the front matter names them', async () => {
	const { code, data } = (await made('## What’s *kind*?\n\nOne.\n\n### More\n\n## Two\n\nTwo.\n'))!;
	expect(code).toContain("import Section from '#lib/components/lesson/Section.svelte';");
	expect(code.match(/<Section id="[^"]*">/g)).toEqual([
		'<Section id="1-whats-kind">',
		'<Section id="2-two">'
	]);
	expect(code.match(/<\/Section>/g)).toHaveLength(2);
	expect((data as { fm: object }).fm).toMatchObject({
		sections: [
			{ id: '1-whats-kind', title: 'What’s kind?' },
			{ id: '2-two', title: 'Two' }
		]
	});
});

test('two sections of one title are told apart', async () => {
	const { code } = (await made('## Again\n\nOne.\n\n## Again\n\nTwo.\n'))!;
	expect(code).toContain('1-again');
	expect(code).toContain('2-again');
});

test('what is no lesson is left as it is', async () => {
	const { code } = (await made('## One\n\nOne.\n', '/content/site/about/what.svx'))!;
	expect(code).not.toContain('Section');
});
