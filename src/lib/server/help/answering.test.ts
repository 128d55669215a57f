import { describe, expect, test } from 'vitest';
import {
	ages,
	answer,
	areas,
	atAnyHour,
	serves,
	takes,
	unsaid,
	type Age,
	type Place
} from './answering.ts';
import { nations, serviceById } from '../help-services/index.ts';
import { allTopics } from './topics.ts';

// A Tuesday at noon, when whoever keeps office hours is there.
const at = new Date('2026-11-24T12:00:00Z');
const everyAge: Age[] = [...ages, unsaid];
const everyPlace: Place[] = [...nations, unsaid];
const topicOf = (id: string) => allTopics().find((each) => each.id === id)!;
const names = (topic: string, age: Age, nation: Place) => {
	const { first, more } = answer({ topic: topicOf(topic), age, place: nation, at });
	return { first: first.map(({ id }) => id), all: [...first, ...more].map(({ id }) => id) };
};
const answers = allTopics().flatMap((topic) =>
	everyAge.flatMap((age) =>
		everyPlace.map((nation) => ({ age, nation, ...answer({ topic, age, place: nation, at }) }))
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

describe('at this hour', () => {
	const firstAt = (topic: string, age: Age, place: Place, when: string) =>
		answer({ topic: topicOf(topic), age, place, at: new Date(when) }).first.map(({ id }) => id);

	test('who is open comes before who is not', () => {
		expect(firstAt('someone-died', '16 or 17', 'England', '2026-11-24T12:00:00Z')).toContain(
			'winstons_wish'
		);
		const night = answer({
			...{ topic: topicOf('forced-marriage'), age: '16 or 17' as const, place: 'England' },
			at: new Date('2026-11-24T03:00:00Z')
		});
		expect(night.first.every(({ opening }) => opening.is !== 'closed')).toBe(true);
		expect(night.more.map(({ id }) => id)).toContain('karma_nirvana');
	});

	test('on Christmas Day nobody of unknown hours is first', () => {
		for (const topic of allTopics())
			expect(
				answer({ topic, age: '16 or 17', place: 'England', at: new Date('2026-12-25T12:00:00Z') })
					.first[0]?.opening
			).toEqual({ is: 'open' });
	});
});

describe('in a council’s area', () => {
	const [area = ''] = areas();

	test('its own services are offered there, beside those of its nation, and nowhere else', () => {
		expect(names('home', '16 or 17', area).all).toContain('lbbd_refuge_dsvs');
		expect(names('home', '16 or 17', area).all).toContain('national_da_helpline');
		expect(names('home', '16 or 17', area).all).not.toContain('live_fear_free');
		for (const place of everyPlace)
			expect(names('home', '16 or 17', place).all).not.toContain('lbbd_refuge_dsvs');
	});
});

describe('when nobody has looked for half a year', () => {
	const late = new Date('2027-06-01T12:00:00Z');
	const at13 = (checks?: Map<string, string>) =>
		answer({ topic: topicOf('bullying'), age: '13 to 15', place: 'England', at: late, checks });

	test('nobody is sent anywhere but to lines that answer at any hour, and 999', () => {
		for (const topic of allTopics())
			for (const age of everyAge)
				for (const place of everyPlace) {
					const { first, more, emergency } = answer({ topic, age, place, at: late });
					expect(emergency.id).toBe('emergency_999');
					expect(first[0]?.opening.is).toBe('open');
					expect([...first, ...more].filter((each) => !atAnyHour(each))).toEqual([]);
				}
		expect(at13().first.every(({ freshness: { is } }) => is === 'too old')).toBe(true);
	});

	test('who was checked by a person since is offered, and the old ones need not be', () => {
		const { first, more } = at13(new Map([['childline', '2027-05-01']]));

		expect([...first, ...more].map(({ id }) => id)).toEqual(['childline']);
		expect(first[0]?.freshness).toMatchObject({ is: 'fresh', checkedOn: '2027-05-01' });
	});
});
