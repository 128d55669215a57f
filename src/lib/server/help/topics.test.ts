import { describe, expect, test } from 'vitest';
import { allTopics, notSure, readTopics } from './topics.ts';

const common =
	'## Who will know\n\nNobody.\n\n## At school\n\nTell.\n\n## This phone or computer\n\nNothing.';
const everyTopic = `---\nlabel: all\n---\n\n${common}`;
const rain = `---
label: Rain
order: 1
ask: childline, shout
---

It is wet.
It is not your fault.

## Do this now

Come in.

## For a parent or carer

Bring a towel.
`;

const read = (text: string) => readTopics({ 'every-topic': everyTopic, rain: text });

describe('a topic', () => {
	test('is plain paragraphs under known headings', () => {
		expect(read(rain)).toEqual([
			{
				id: 'rain',
				label: 'Rain',
				order: 1,
				ask: ['childline', 'shout'],
				lead: ['It is wet. It is not your fault.'],
				now: ['Come in.'],
				know: ['Nobody.'],
				school: ['Tell.'],
				device: ['Nothing.'],
				parent: ['Bring a towel.']
			}
		]);
	});

	test('may overrule what every topic says', () => {
		expect(read(`${rain}\n## At school\n\nAsk for a coat.`)[0]?.school).toEqual([
			'Ask for a coat.'
		]);
	});

	test('with an unknown heading stops the build', () => {
		expect(() => read(`${rain}\n## Do it later\n\nNo.`)).toThrow(
			'No help topic has a part called "Do it later"'
		);
	});

	test('that names a service nobody knows stops the build', () => {
		expect(() => read(rain.replace('shout', 'shoot'))).toThrow(
			'content/help/rain.md is not right at ask: It names a service that does not exist'
		);
	});

	test('without a thing to do now stops the build', () => {
		expect(() => read(rain.replace('## Do this now\n\nCome in.\n', ''))).toThrow(
			'content/help/rain.md is not right at now'
		);
	});
});

test('there are seventeen topics, and the last is for a child who is not sure', () => {
	expect(allTopics()).toHaveLength(17);
	expect(allTopics().at(-1)).toBe(notSure());
	expect(allTopics().map(({ order }) => order)).toEqual([...Array(17).keys()].map((n) => n + 1));
});
