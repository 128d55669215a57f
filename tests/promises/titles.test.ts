import { expect, test } from 'vitest';

const pages = import.meta.glob<string>('/src/routes/**/+page.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});
const components = import.meta.glob<string>('/src/lib/components/*.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});

// What may stand in a title beside words that are always the same: one of two such words, and the
// reference of a record. Neither says anything about anybody.
const maySay = [/ \? '[^']*' : '[^']*'$/, /^([\w.]+\.)?reference$/];

const titlesIn = (source: string): string[] =>
	[...source.matchAll(/<svelte:head>[\s\S]*?<title\s*>([\s\S]*?)<\/title\s*>/g)].map(
		([, title = '']) => title
	);

/** A page, and the components that it is made of: one of them has the title. */
const withComponents = (source: string): string[] => [
	source,
	...[...source.matchAll(/#lib\/components\/(\w+\.svelte)/g)].map(
		([, name]) => components[`/src/lib/components/${name}`] ?? ''
	)
];

/** What is put into a title, each as it is written there, that may not stand in one. */
const foreignTo = (title: string): string[] =>
	[...title.matchAll(/\{([^}]*)\}/g)]
		.map(([, said = '']) => said.trim())
		.filter((said) => !maySay.some((may) => may.test(said)));

const named = Object.entries(pages).filter(([file]) => file.includes('/(desk)/'));

test('there are pages of the desk to look at', () => {
	expect(named.length).toBeGreaterThan(10);
});

test.each(named)('%s has one title, which says nothing about anybody', (_, source) => {
	const titles = withComponents(source).flatMap(titlesIn);

	expect(titles).toEqual([expect.stringMatching(/Waymark( desk)?\s*$/)]);
	expect(titles.flatMap(foreignTo)).toEqual([]);
});

test('a title that named somebody would be found', () => {
	expect(foreignTo('{data.pupil.givenName}')).toEqual(['data.pupil.givenName']);
	expect(foreignTo("{mine ? data.staff.name : 'Desk'}")).toHaveLength(1);
	expect(foreignTo("{form ? 'Error: ' : ''}Decide on {data.concern.reference}")).toEqual([]);
});
