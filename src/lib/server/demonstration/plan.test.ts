import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobs, surnames } from './names.ts';
import { seeded } from './random.ts';
import { inventPupils, inventStaff, schoolYearOf } from './school.ts';
import { patterns } from './stories.ts';
import { planYear } from './year.ts';

const day = new Date('2026-11-10T12:00:00Z');
const ids = Array.from({ length: 1_000 }, (_, index) => `pupil-${index}`);

// Any day of some years, and any hour of it: the demonstration is seeded when somebody starts it.
const anyDay = fc.date({
	min: new Date('2025-01-01'),
	max: new Date('2030-01-01'),
	noInvalidDate: true
});
const anySeed = fc.nat(1_000_000);

describe('the same seed', () => {
	test('gives the same numbers, and another seed others', () => {
		const numbers = (seed: number) => {
			const random = seeded(seed);
			return Array.from({ length: 50 }, () => random.below(1_000_000));
		};

		expect(numbers(7)).toEqual(numbers(7));
		expect(numbers(7)).not.toEqual(numbers(8));
	});

	test('and the same day make the same pupils, staff and year', () => {
		const all = (seed: number) => {
			const random = seeded(seed);
			return [inventPupils(random, day), inventStaff(random, 3), planYear(random, ids, day)];
		};

		expect(all(7)).toEqual(all(7));
		expect(all(7)).not.toEqual(all(8));
	});

	test('gives numbers from nothing up to, and not including, the bound', () => {
		fc.assert(
			fc.property(anySeed, fc.integer({ min: 1, max: 50 }), (seed, bound) => {
				const random = seeded(seed);
				for (let time = 0; time < 50; time += 1) {
					const number = random.below(bound);
					expect(Number.isInteger(number) && number >= 0 && number < bound).toBe(true);
				}
			})
		);
	});

	test('picks nothing from nothing', () => {
		expect(() => seeded(1).pick([])).toThrow('Nothing to pick from');
	});
});

describe('the invented pupils', () => {
	const pupils = inventPupils(seeded(2009), day);
	const homes = Map.groupBy(pupils, ({ householdId }) => householdId);

	test('are a thousand, each with an id and a number of their own', () => {
		expect(pupils).toHaveLength(1_000);
		expect(new Set(pupils.map(({ id }) => id)).size).toBe(1_000);
		expect(new Set(pupils.map(({ admissionNumber }) => admissionNumber)).size).toBe(1_000);
	});

	test('live in homes of one to three, some with brothers and sisters', () => {
		const sizes = [...homes.values()].map(({ length }) => length);

		expect(new Set(sizes)).toEqual(new Set([1, 2, 3]));
		expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(100);
	});

	test('of one home are in different years, and most share a name', () => {
		const several = [...homes.values()].filter(({ length }) => length > 1);

		for (const home of several)
			expect(new Set(home.map(({ year }) => year)).size).toBe(home.length);
		const named = several.filter((home) => new Set(home.map((one) => one.familyName)).size === 1);
		expect(named.length / several.length).toBeGreaterThan(0.7);
	});

	test('bear surnames that were invented', () => {
		expect(pupils.filter(({ familyName }) => !surnames.includes(familyName))).toEqual([]);
	});

	test('are of the age of their year, on whatever day the demonstration is made', () => {
		fc.assert(
			fc.property(anySeed, anyDay, (seed, at) => {
				for (const { bornOn, year } of inventPupils(seeded(seed), at)) {
					const september = schoolYearOf(at) - year - 5;
					expect(bornOn >= `${september}-09-01` && bornOn <= `${september + 1}-08-31`).toBe(true);
				}
			}),
			{ numRuns: 10 }
		);
	});

	test('the school year begins on the first of September', () => {
		expect(schoolYearOf(new Date('2026-08-31T12:00:00Z'))).toBe(2025);
		expect(schoolYearOf(new Date('2026-09-01T12:00:00Z'))).toBe(2026);
	});
});

describe('the invented staff', () => {
	test('are sixty with those who can sign in, each with a job', () => {
		const staff = inventStaff(seeded(2009), 3);

		expect(staff).toHaveLength(57);
		expect(new Set(staff.map(({ id }) => id)).size).toBe(57);
		expect(staff.filter(({ job }) => !jobs.includes(job))).toEqual([]);
	});
});

describe('the planned year', () => {
	test('holds about three hundred concerns, in the order of their days', () => {
		fc.assert(
			fc.property(anySeed, anyDay, (seed, at) => {
				const planned = planYear(seeded(seed), ids, at);
				const times = planned.map((one) => one.at.getTime());

				expect(planned.length).toBeGreaterThanOrEqual(300);
				expect(planned.length).toBeLessThan(310);
				expect(times).toEqual([...times].sort((one, other) => one - other));
			}),
			{ numRuns: 50 }
		);
	});

	test('has no concern at a weekend, outside school hours, or still to come', () => {
		fc.assert(
			fc.property(anySeed, anyDay, (seed, at) => {
				for (const one of planYear(seeded(seed), ids, at)) {
					expect([1, 2, 3, 4, 5]).toContain(one.at.getUTCDay());
					expect(one.at.getUTCHours()).toBeGreaterThanOrEqual(8);
					expect(one.at.getUTCHours()).toBeLessThan(15);
					expect(one.at.getTime()).toBeLessThan(at.getTime());
				}
			}),
			{ numRuns: 50 }
		);
	});

	test('tells each child’s story in its order', () => {
		fc.assert(
			fc.property(anySeed, anyDay, (seed, at) => {
				const told = planYear(seeded(seed), ids, at).filter(({ of }) => of > 1);
				const byChild = Map.groupBy(told, ({ pupilId }) => pupilId);
				for (const story of byChild.values()) {
					// Two stories of one child are told through each other.
					if (story.length !== story[0]?.of) continue;
					expect(story.map(({ step }) => step)).toEqual(story.map((_, index) => index));
					expect(patterns).toContainEqual(story.map(({ theme }) => theme));
				}
			}),
			{ numRuns: 50 }
		);
	});
});
