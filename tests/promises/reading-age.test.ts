import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Door from '#lib/components/help/Door.svelte';
import * as help from '#lib/server/help/index.ts';
import * as services from '#lib/server/help-services/index.ts';
import { gradeOf, lengthOf, sentencesOf } from '#lib/server/writing/index.ts';

// Year 5, nine years old.
const fourth = 4;
// Every sentence is short enough for somebody who is frightened, and not only the middle one.
const mostWords = 20;

const parts = ['lead', 'now', 'know', 'school', 'device', 'friend', 'parent'] as const;

const servicesFor = ({ ask }: help.Topic): string[] =>
	services
		.shown()
		.filter(({ id }) => ask.includes(id))
		.flatMap(({ about, happens }) => [about, ...happens]);

const wordsOf = (topic: help.Topic): string[] => [
	topic.label,
	...parts.flatMap((part) => topic[part] ?? []),
	...servicesFor(topic)
];

const now = new Date('2026-11-10T12:00:00Z');
const out = {
	href: '/info/next' as const,
	to: 'https://www.bbc.co.uk/weather',
	at: now.getTime(),
	integrity: ''
};

/** The words of a page as it is shown. What is rung or opened, and who is called what, is not read but found. */
async function shownOn(said: help.Said | 'left'): Promise<string[]> {
	const page = said === 'left' ? { aside: help.sealed({}, now) } : help.pageFor(said, now);
	const { body } = await render(Door, {
		props: { page, out, emergency: services.emergency(), school: undefined }
	});
	return body
		.replaceAll(/<!--.*?-->/gs, '')
		.replaceAll(/<ul class="reach.*?<\/ul>/gs, '')
		.replaceAll(/<h\d class="name.*?<\/h\d>/gs, '')
		.split(/<\/?(?:p|h\d|li|button|summary|details|section|form|div|article|ul)\b[^>]*>/)
		.map((each) => each.replaceAll(/<[^>]*>/g, '').trim())
		.filter(Boolean);
}

const topics = help.allTopics();
const states: (help.Said | 'left')[] = [
	'left',
	{},
	{ topic: 'not-sure' },
	{ topic: 'not-sure', age: '13 to 15' },
	...topics.flatMap(({ id }) => [
		{ topic: id, age: 'under 13', nation: 'rather not say' },
		{ topic: id, age: '18 or over', nation: 'England' }
	])
];

describe('a child of nine can read', () => {
	test.each(topics.map((topic) => [topic.id, topic] as const))('“%s”', (_, topic) => {
		expect(gradeOf(wordsOf(topic))).toBeLessThanOrEqual(fourth);
	});

	test('each part of each topic', () => {
		const hard = topics.flatMap((topic) =>
			parts
				.filter((part) => gradeOf(topic[part] ?? ['Go.']) > fourth)
				.map((part) => `${topic.id}, ${part}: ${gradeOf(topic[part] ?? []).toFixed(1)}`)
		);

		expect(hard).toEqual([]);
	});

	test('every page of the door as it is shown, its fixed words among it', async () => {
		for (const said of states)
			expect(gradeOf(await shownOn(said)), JSON.stringify(said)).toBeLessThanOrEqual(fourth);
	});
});

test(`no sentence of the door has more than ${mostWords} words`, async () => {
	const shown = await Promise.all(states.map(shownOn));
	const all = [...topics.flatMap(wordsOf), ...shown.flat()];

	expect([...new Set(sentencesOf(all))].filter((each) => lengthOf(each) > mostWords)).toEqual([]);
});

describe('the measure', () => {
	test('knows an easy text from a hard one', () => {
		expect(gradeOf(['The dog ran to the gate. It was wet. Sam let it in.'])).toBeLessThan(2);
		expect(
			gradeOf([
				'Practitioners must, notwithstanding considerations of confidentiality, communicate safeguarding ' +
					'information proportionately to appropriate authorities.'
			])
		).toBeGreaterThan(12);
	});

	test('takes the middle of three formulas', () => {
		// Seven words, nine syllables, 29 letters. By hand: Flesch-Kincaid 0.39 × 7 + 11.8 × 9/7 − 15.59 = 2.31,
		// Coleman-Liau 4.33, the automated readability index 1.58.
		expect(gradeOf(['Tell one adult you trust about that.'])).toBeCloseTo(2.31, 2);
	});

	test('reads the page as it is shown, without the numbers and names on it', async () => {
		const shown = (await shownOn({ topic: 'home', age: 'under 13', nation: 'Wales' })).join('\n');

		expect(shown).toContain('What you can do');
		expect(shown).toContain('You ring and talk to someone');
		expect(shown).not.toMatch(/0800|class=|</);
	});
});
