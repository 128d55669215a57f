import { describe, expect, test } from 'vitest';
import {
	ages,
	answer,
	atAnyHour,
	serves,
	takes,
	unsaid,
	type Age,
	type Place
} from './answering.ts';
import { nations, serviceById } from './services.ts';
import { allTopics } from './topics.ts';

const everyAge: Age[] = [...ages, unsaid];
const everyPlace: Place[] = [...nations, unsaid];
const topicOf = (id: string) => allTopics().find((each) => each.id === id)!;
const names = (topic: string, age: Age, nation: Place) => {
	const { first, more } = answer({ topic: topicOf(topic), age, nation });
	return { first: first.map(({ id }) => id), all: [...first, ...more].map(({ id }) => id) };
};
const answers = allTopics().flatMap((topic) =>
	everyAge.flatMap((age) =>
		everyPlace.map((nation) => ({ age, nation, ...answer({ topic, age, nation }) }))
	)
);
const offers = answers.flatMap(({ first, more, ...asked }) =>
	[...first, ...more].map((service) => ({ ...asked, service }))
);

describe('whatever a child says', () => {
	test('999 is there, and between one and three people come first', () => {
		expect(answers.length).toBe(17 * 5 * 5);
		for (const { emergency, first } of answers) {
			expect(emergency.phone).toBe('999');
			expect(first.length).toBeGreaterThan(0);
			expect(first.length).toBeLessThanOrEqual(3);
		}
	});

	test('one of the first answers at any hour, besides 999', () => {
		expect(answers.filter(({ first }) => !first.some(atAnyHour))).toEqual([]);
	});

	test('nobody comes first whose hours we do not know', () => {
		const kinds = answers.map(({ first }) => first[0]?.hours.kind);

		expect(kinds.filter((kind) => kind !== 'always' && kind !== 'weekly')).toEqual([]);
	});

	test('nobody is named who is hidden, local, or named already', () => {
		expect(offers.filter(({ service }) => !service.show || service.area)).toEqual([]);
		for (const { first, more } of answers) {
			expect(new Set([...first, ...more]).size).toBe(first.length + more.length);
		}
	});

	test('nobody is named who does not serve the place', () => {
		for (const { nation, service } of offers) {
			if (nation === unsaid) expect(service.nations).toHaveLength(4);
			else expect(service.nations).toContain(nation);
		}
	});

	test('a child is never sent to somebody who would turn them away', () => {
		const oldest: Record<Age, number> = {
			'under 13': 12,
			'13 to 15': 15,
			'16 or 17': 17,
			'18 or over': 18,
			[unsaid]: 12
		};
		const youngest: Record<Age, number> = {
			'under 13': 0,
			'13 to 15': 13,
			'16 or 17': 16,
			'18 or over': 18,
			[unsaid]: 0
		};
		for (const { age, service } of offers) {
			if (oldest[age] < 18) expect(service.audience).not.toBe('adult');
			if (oldest[age] < 16) expect(service.audience).not.toBe('16+');
			expect(service.ages?.from ?? 0).toBeLessThanOrEqual(youngest[age]);
			expect(service.ages?.to ?? Infinity).toBeGreaterThanOrEqual(oldest[age]);
		}
	});

	test('Childline comes first for everyone under 18', () => {
		const young = answers.filter(({ age }) => age !== '18 or over');

		expect(new Set(young.map(({ first }) => first[0]?.id))).toEqual(new Set(['childline']));
	});
});

test('someone of 18 or over still finds Childline, but not first', () => {
	const { first, all } = names('home', '18 or over', 'England');

	expect(first[0]).toBe('national_da_helpline');
	expect(first).not.toContain('childline');
	expect(all).toContain('childline');
});

test('each nation has its own line for abuse at home', () => {
	expect(names('home', '16 or 17', 'England').first).toContain('national_da_helpline');
	expect(names('home', '16 or 17', 'Wales').first).toContain('live_fear_free');
	expect(names('home', '16 or 17', 'Scotland').first).toContain('sdafmh_scotland');
	expect(names('home', '16 or 17', 'Northern Ireland').first).toContain('dsa_helpline_ni');
});

test('the sexual abuse line that cannot help under 16s is never offered to one', () => {
	expect(names('touching', '13 to 15', 'England').all).not.toContain(
		'rape_sexual_abuse_support_line'
	);
	expect(names('touching', '16 or 17', 'England').first).toContain(
		'rape_sexual_abuse_support_line'
	);
});

test('a child who skips everything is shown only people for the youngest, across the UK', () => {
	expect(names('forced-marriage', unsaid, unsaid).all).toEqual([
		'childline',
		'shout',
		'missing_people_116000',
		'samaritans'
	]);
});

test('a line that does not say which ages it takes waits until 13', () => {
	const karma = serviceById('karma_nirvana')!;

	expect(takes(karma, 'under 13')).toBe(false);
	expect(takes(karma, '13 to 15')).toBe(true);
	expect(serves(karma, 'Wales')).toBe(true);
	expect(serves(karma, unsaid)).toBe(false);
});
