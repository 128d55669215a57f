import { expect, test } from 'vitest';

const written = import.meta.glob<string>('/src/**/*.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});

const postsIn = (source: string): string[] =>
	(source.match(/<form\b[^>]*>/g) ?? []).filter((form) => form.includes('method="post"'));

test('there are forms to look at', () => {
	expect(Object.values(written).flatMap(postsIn).length).toBeGreaterThan(40);
});

test('every form says where it is sent, so that no field stays in the address', () => {
	const silent = Object.entries(written).flatMap(([file, source]) =>
		postsIn(source)
			.filter((form) => !/\baction=|\{action\}/.test(form))
			.map((form) => `${file}: ${form}`)
	);
	expect(silent).toEqual([]);
});
