import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliverAll } from '#lib/server/exchange/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { usualWithin } from '#lib/server/referrals/due.ts';
import {
	exitsFor,
	isFinal,
	leads,
	loop,
	standingAfter,
	steps,
	type Step,
	type Taken
} from '#lib/server/referrals/loop.ts';
import { receivedEvents } from '#lib/server/referrals/schema.ts';
import { stepOf } from '#lib/server/referrals/stepping.ts';
import { needs } from '#lib/server/referrals/whole.ts';
import {
	aSchoolAndAService,
	dee,
	later,
	noon,
	opened,
	referred,
	wren
} from '#lib/server/testing.ts';

const sequences = 100_000;
const answerBy = '2026-11-11';

/** One thing that happens: a side tries a step, or what the other has sent arrives. */
type Move = {
	side: 'school' | 'service';
	does: 'arrives' | 'follows' | 'tries' | 'leaves out';
	which: number;
};

const move = fc.record({
	side: fc.constantFrom('school' as const, 'service' as const),
	does: fc.constantFrom<Move['does']>('arrives', 'follows', 'follows', 'tries', 'leaves out'),
	which: fc.nat(1_000)
});
const moves = fc.array(move, { minLength: 4, maxLength: 30 });

/** A step of this side: one that leads on from where it knows the referral to be, or any. */
function stepFor({ side, does, which }: Move, events: readonly Taken[]): Step {
	const { place } = standingAfter(events, answerBy);
	const any = steps.filter((step) => loop[step].by === side);
	const exits = exitsFor(place, side);
	const from = does === 'tries' || exits.length === 0 ? any : exits;
	return from[which % from.length] ?? 'asked';
}

const parts = { says: 'Words.', supports: 'Ms Ash.', dueOn: '2027-01-11' };
const whole = (key: string, state: Step): referrals.StepForm => {
	const reason = needs[state].includes('reason') ? ('no place now' as const) : null;
	return referrals.stepForm(key, state, { ...parts, reason });
};

/** What a step needs and does not have: the first of its parts is taken away. */
function bared(form: referrals.StepForm): referrals.StepForm | undefined {
	const [part] = needs[form.state];
	return part && { ...form, [part]: part === 'reason' || part === 'dueOn' ? null : '' };
}

/** Two sides that know what has arrived, and what is still on its way to each. */
function twoSides() {
	const known = { school: [] as Taken[], service: [] as Taken[] };
	const onTheWay = { school: [] as Taken[], service: [] as Taken[] };
	const other = { school: 'service', service: 'school' } as const;
	let made = 0;
	// Two steps of one moment are not rare: the ids then say which was first.
	const now = () => new Date(noon.getTime() + Math.floor((made += 1) / 2));

	const take = (one: Move) => {
		const { side, does } = one;
		const state = stepFor(one, known[side]);
		const form = whole(`${(made * 7919) % 97}-${made}`, state);
		const given = (does === 'leaves out' && bared(form)) || form;
		const by = { name: side, staffId: null };
		const at = now();
		const step = () =>
			stepOf({ id: 'one', answerBy, events: known[side] }, given, by, usualWithin, at);
		if (given !== form && leads(standingAfter(known[side], answerBy).place, state)) {
			expect(step).toThrow('not whole');
			return;
		}
		const taken = step();
		if (taken === 'not from here') return;
		known[side].push(taken as Taken);
		onTheWay[other[side]].push(taken as Taken);
	};
	const arrive = (side: 'school' | 'service', which: number) => {
		const [came] = onTheWay[side].splice(which % Math.max(onTheWay[side].length, 1), 1);
		if (came) known[side].push(came);
	};
	const arriveAll = () => {
		for (const side of ['school', 'service'] as const)
			while (onTheWay[side].length > 0) arrive(side, made);
	};
	return { known, take, arrive, arriveAll };
}

/** What holds wherever a referral stands, on either side. */
function holds(events: readonly Taken[]): void {
	const { place, holder, waitsFor, dueOn } = standingAfter(events, answerBy);
	const wrong =
		referrals.placeOf(referrals.fhirOf(place)) !== place ||
		(holder !== 'school' && holder !== 'service') ||
		(isFinal(place)
			? waitsFor !== 'nobody' || dueOn !== null
			: waitsFor === 'nobody' || dueOn === null || exitsFor(place, waitsFor).length === 0);
	if (wrong) expect.fail(`Nobody holds, nothing is due, or no way leads on from ${place}`);
}

describe('whatever happens, in whichever order it arrives', () => {
	test(`in ${sequences} sequences every place has a holder, a day and a way on, and both sides agree`, () => {
		const places = new Map<string, number>();
		let crossed = 0;
		fc.assert(
			fc.property(moves, (all) => {
				const { known, take, arrive, arriveAll } = twoSides();
				for (const move of all) {
					if (move.does === 'arrives') arrive(move.side, move.which);
					else take(move);
					holds(known[move.side]);
				}
				arriveAll();
				const [school, service] = [known.school, known.service].map((events) =>
					standingAfter(events, answerBy)
				);
				if (JSON.stringify(school) !== JSON.stringify(service)) expect(school).toEqual(service);
				const { place = 'none' } = school ?? {};
				places.set(place, (places.get(place) ?? 0) + 1);
				crossed += school?.crossed.length ?? 0;
			}),
			{ numRuns: sequences }
		);
		// All but the one that only the post itself leads to, and each of them often.
		expect(places.size).toBe(14);
		expect(Math.min(...places.values())).toBeGreaterThan(100);
		if (process.env.SAY) console.log(places, crossed);
		expect(crossed).toBeGreaterThan(1_000);
	}, 120_000);

	test('both sides agree through two real databases and the post between them', async () => {
		let went = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 20 }), async (all) => {
				const { school, service, lease, carry } = await aSchoolAndAService();
				const reference = await referred(school);
				const known = {
					school: async () => opened(await referrals.read(school, dee, reference))?.events ?? [],
					service: () => service.select().from(receivedEvents)
				};
				await carry();
				for (const [index, one] of all.entries()) {
					const at = later(3 + index);
					const from = one.side === 'school' ? 'the-service' : 'the-school';
					const db = one.side === 'school' ? service : school;
					if (one.does === 'arrives')
						await deliverAll({ id: from, db }, lease, referrals.receivers);
					else {
						const form = whole(randomUUID(), stepFor(one, await known[one.side]()));
						const outcome =
							one.side === 'school'
								? await referrals.stepSent(school, dee, reference, form, at)
								: await referrals.stepReceived(service, wren, reference, form, at);
						if (outcome === 'taken') went += 1;
						expect(['taken', 'not from here']).toContain(outcome);
					}
				}
				for (let round = 0; round < 2; round += 1) await carry();

				const sides = [await known.school(), await known.service()];
				const [atSchool, atService] = sides.map((events) => standingAfter(events, answerBy));
				expect(atSchool).toEqual(atService);
				const ids = sides.map((events) => events.map(({ id }) => id).sort());
				expect(ids[0]).toEqual(ids[1]);
				school.close();
				service.close();
			}),
			{ numRuns: 36 }
		);
		expect(went).toBeGreaterThan(100);
	}, 120_000);
});
