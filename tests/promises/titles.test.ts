import { expect, test } from 'vitest';

const pages = import.meta.glob<string>('/src/routes/**/+page.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});

// What may stand in a title beside words that are always the same: one of two such words, and the
// reference of a record. Neither says anything about anybody.
const maySay = [/ \? '[^']*' : '[^']*'$/, /^([\w.]+\.)?reference$/];

/** What is put into the titles of a page, each as it is written there. */
function putInto(source: string): string[] {
	const titles = [...source.matchAll(/<title\s*>([\s\S]*?)<\/title\s*>/g)];
	return titles.flatMap(([, title = '']) =>
		[...title.matchAll(/\{([^}]*)\}/g)].map(([, said = '']) => said.trim())
	);
}

const foreignTo = (source: string): string[] =>
	putInto(source).filter((said) => !maySay.some((may) => may.test(said)));

const named = Object.entries(pages).filter(([file]) => file.includes('/(desk)/'));

test('there are pages of the desk to look at', () => {
	expect(named.length).toBeGreaterThan(10);
});

test.each(named)('%s has a title, which says nothing about anybody', (_, source) => {
	expect(source).toMatch(/<title\s*>[\s\S]*Waymark( desk)?\s*<\/title\s*>/);

	expect(foreignTo(source)).toEqual([]);
});

test('a title that named somebody would be found', () => {
	const found = (title: string) => foreignTo(`<title\n>${title} – Waymark desk</title\n>`);

	expect(found('{data.pupil.givenName}')).toEqual(['data.pupil.givenName']);
	expect(found("{mine ? data.staff.name : 'Desk'}")).toHaveLength(1);
	expect(found("{form ? 'Error: ' : ''}Decide on {data.concern.reference}")).toEqual([]);
});
