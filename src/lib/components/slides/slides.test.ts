import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import * as lessons from '#lib/server/lessons/index.ts';
import { cardsOf, slidesOf } from '#lib/server/slides/index.ts';
import CardsPage from './CardsPage.svelte';
import Deck from './Deck.svelte';
import Tools from './Tools.svelte';

const ways = {
	...{ slides: '/slides', present: '/present', cards: '/cards' },
	...{ teaching: '/teaching', lesson: '/lesson' }
};
const lesson = lessons.byId('K3-04')!;
const html = (body: string) => body.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
const toolsOf = (drafted: boolean) =>
	html(render(Tools, { props: { drafted, desk: '/desk', steps: lesson.steps } }).body);
const deck = html(render(Deck, { props: { lesson, slides: slidesOf(lesson, []), ways } }).body);

test('without a script a checked lesson has no empty box, and a drafted one says that it is drafted', () => {
	const standing = (drafted: boolean) => /<div class="standing[^>]*>/.exec(toolsOf(drafted))?.[0];
	expect(standing(false)).toMatch(/data-with-script[^>]* hidden/);
	expect(standing(true)).not.toMatch(/hidden/);
	expect(toolsOf(true)).toContain('This lesson is drafted');
});

test('whoever presents is told once to extend the display, where the slides are opened', () => {
	const said = /Extend your display, do not duplicate it/g;
	expect(toolsOf(true).match(said)).toHaveLength(1);
	expect(toolsOf(true)).toMatch(/data-open[^>]*aria-describedby="two-displays"/);
	expect(deck).not.toMatch(said);
});

test('all that a key does to the letters and the way through, a button does too', () => {
	for (const does of ['back', 'on', 'letters'])
		for (const page of [deck, toolsOf(true)]) expect(page).toContain(`data-do="${does}"`);
	for (const does of ['larger', 'smaller', 'full'])
		expect(deck.match(new RegExp(`data-do="${does}"`, 'g')), does).toHaveLength(1);
});

test('full screen leaves a way back, on and out of it', () => {
	const buttons = [...deck.matchAll(/<button([^>]*data-do="(\w+)"[^>]*)>/g)];
	const spare = buttons.filter(([, of]) => of?.includes('spare')).map(([, , does]) => does);
	expect(spare.sort()).toEqual(['larger', 'letters', 'read', 'smaller']);
});

test('each card to write on has three lines that are printed', () => {
	const made = lessons
		.all()
		.map((each) => ({ each, activities: cardsOf(each) }))
		.find(({ activities }) => activities.some(({ written }) => written))!;
	const props = { lesson: made.each, activities: made.activities, ways };
	const cards = made.activities.flatMap(({ written, cards }) => (written ? cards : []));
	const lines = html(render(CardsPage, { props }).body).match(/<div class="line[ "]/g);
	expect(cards.length).toBeGreaterThan(0);
	expect(lines).toHaveLength(cards.length * 3);
});
