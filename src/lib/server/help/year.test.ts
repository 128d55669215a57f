import { describe, expect, test } from 'vitest';
import { ages, answer, serves, takes, type Answer } from './answering.ts';
import { nations } from '../help-services/index.ts';
import { allTopics } from './topics.ts';

const hour = 3_600_000;
const begins = Date.parse('2026-11-27T00:00:00Z');
const asked = allTopics().flatMap((topic) =>
	ages.flatMap((age) => nations.map((place) => ({ topic, age, place })))
);

/** What would be wrong with an answer; nothing, if it is as it must be. */
function wrongWith({ first, more }: Answer, { age, place }: (typeof asked)[number]): string[] {
	const wrong: string[] = [];
	if (first.length === 0) wrong.push('it is empty');
	if (first[0]?.opening.is !== 'open') wrong.push('the first is not open');
	if (!first.some(({ opening }) => opening.is === 'open')) wrong.push('none is open');
	for (const service of first)
		if (!takes(service, age) || !serves(service, place))
			wrong.push(`${service.id} turns them away`);
	for (const service of more)
		if (!serves(service, place)) wrong.push(`${service.id} is not for ${place}`);
	return wrong;
}

describe('at every hour of a year, for every topic, age and nation', () => {
	test(
		'an answer is never empty, turns nobody away, and begins with somebody who is open',
		{ timeout: 300_000 },
		() => {
			const wrong: string[] = [];
			let answers = 0;
			for (let each = 0; each < 365 * 24; each += 1) {
				const at = new Date(begins + each * hour);
				for (const one of asked) {
					answers += 1;
					for (const what of wrongWith(answer({ ...one, at }), one))
						wrong.push(`${at.toISOString()} ${one.topic.id} ${one.age} ${one.place}: ${what}`);
				}
			}
			expect(wrong.slice(0, 5)).toEqual([]);
			expect(answers).toBe(365 * 24 * allTopics().length * 4 * 4);
		}
	);

	test('an answer that was wrong would be noticed', () => {
		const one = asked.find(({ age, place }) => age === 'under 13' && place === 'Wales')!;
		const { first, ...rest } = answer({ ...one, at: new Date(begins) });
		const closed = { ...first[0]!, opening: { is: 'closed' as const, opens: undefined } };
		const adult = { ...first[0]!, audience: 'adult' as const };
		const english = { ...first[0]!, nations: ['England' as const] };

		expect(wrongWith({ first, ...rest }, one)).toEqual([]);
		for (const other of [[], [closed, ...first], [...first, adult], [...first, english]])
			expect(wrongWith({ first: other, ...rest }, one)).not.toEqual([]);
	});
});
