import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Organisation } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import {
	amal,
	as,
	aSchoolAndAService,
	dee,
	everythingIn,
	later,
	ledgerOf,
	noon,
	referred,
	sol,
	una,
	wren
} from '../testing.ts';
import { folded } from './fold.ts';
import * as standards from './index.ts';

const lantern = wren.organisation as Organisation;
const mosshowe = dee.organisation as Organisation;
const manager = as(sol, 'manager');

const proposal = (different = {}) => ({
	key: randomUUID(),
	opensWithin: 2,
	decidesWithin: 4,
	beginsWithin: 10,
	contacts: 'Lantern: the duty worker. Mosshowe: the lead.',
	criteria: 'Children who live with harm.',
	...different
});
const saying = (answer: 'agreed' | 'not agreed' | 'ended', standardId: string) => ({
	...{ key: randomUUID(), answer, standardId },
	says: answer === 'agreed' ? '' : 'It does not work for us.'
});

let road: Awaited<ReturnType<typeof aSchoolAndAService>>;
beforeEach(async () => {
	road = await aSchoolAndAService();
});

async function agreed(different = {}, at = noon): Promise<string> {
	const form = proposal(different);
	await standards.propose(road.school, dee, lantern, form, at);
	await road.carry();
	await standards.answer(road.service, manager, mosshowe.id, saying('agreed', form.key), at);
	await road.carry();
	return form.key;
}

describe('what two organisations agree', () => {
	test('stands on both sides once the other has agreed, and not before', async () => {
		const form = proposal();
		await standards.propose(road.school, dee, lantern, form, noon);
		await road.carry();
		expect(await standards.between(road.school, lantern.id)).toBeUndefined();
		expect(await standards.between(road.service, mosshowe.id)).toBeUndefined();

		await standards.answer(road.service, manager, mosshowe.id, saying('agreed', form.key), noon);
		await road.carry();

		const both = { opensWithin: 2, decidesWithin: 4, beginsWithin: 10 };
		expect(await standards.between(road.school, lantern.id)).toEqual(both);
		expect(await standards.between(road.service, mosshowe.id)).toEqual(both);
	});

	test('gives way to the newest agreed, and stands no more when either ends it', async () => {
		await agreed();
		const newest = await agreed({ decidesWithin: 7 }, later(1));
		expect(await standards.between(road.service, mosshowe.id)).toMatchObject({ decidesWithin: 7 });

		await standards.answer(road.school, una, lantern.id, saying('ended', newest), later(2));
		await road.carry();

		expect(await standards.between(road.school, lantern.id)).toBeUndefined();
		expect(await standards.between(road.service, mosshowe.id)).toBeUndefined();
	});

	test('is not agreed by whoever proposed it', async () => {
		const form = proposal();
		await standards.propose(road.school, dee, lantern, form, noon);
		await road.carry();

		expect(
			await standards.answer(road.school, dee, lantern.id, saying('agreed', form.key), noon)
		).toBe('not from here');
	});

	test('is one proposal and one answer when a form is sent twice', async () => {
		const form = proposal();
		await standards.propose(road.school, dee, lantern, form, noon);
		await standards.propose(road.school, dee, lantern, form, noon);
		await road.carry();
		const yes = saying('agreed', form.key);
		await standards.answer(road.service, manager, mosshowe.id, yes, noon);
		await standards.answer(road.service, manager, mosshowe.id, yes, noon);
		await road.carry();

		const read = await standards.read(road.school, dee, lantern, noon);
		expect(read?.proposals).toHaveLength(1);
		expect(read?.proposals[0]?.turns).toHaveLength(1);
	});

	test.each([
		['a teacher', amal],
		['a worker', wren]
	])(
		'is not proposed or answered by %s, and nothing is kept but that they tried',
		async (_, who) => {
			const db = who === wren ? road.service : road.school;
			const partner = who === wren ? mosshowe : lantern;
			const before = await everythingIn(db);

			expect(await standards.propose(db, who, partner, proposal(), noon)).toBe('not found');
			expect(
				await standards.answer(db, who, partner.id, saying('agreed', randomUUID()), noon)
			).toBe('not found');

			expect(await everythingIn(db)).toEqual(before);
			expect(await ledgerOf(db)).toEqual(Array(2).fill(`${who.id} was refused act keep standards`));
		}
	);

	test('is not seen by a teacher, nor asked of an organisation that is no partner', async () => {
		expect(await standards.read(road.school, amal, lantern, noon)).toBeUndefined();
		expect(await standards.partners(road.school, amal, [lantern], noon)).toEqual([]);
		expect(await standards.read(road.school, dee, mosshowe, noon)).toBeUndefined();
		expect(await standards.read(road.school, dee, undefined, noon)).toBeUndefined();
	});

	test('is the same whatever the order in which its answers came', () => {
		const ids = ['a', 'b', 'c'];
		const turn = fc.record({
			id: fc.uuid(),
			standardId: fc.constantFrom(...ids),
			answer: fc.constantFrom('agreed' as const, 'not agreed' as const, 'ended' as const),
			at: fc.integer({ min: 0, max: 5 }).map((ms) => new Date(ms))
		});
		const turns = fc.uniqueArray(turn, { selector: ({ id }) => id });

		fc.assert(
			fc.property(
				turns.chain((all) =>
					fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
				),
				([one, other]) => {
					expect(folded(ids, one)).toEqual(folded(ids, other));
					const { standsId, places } = folded(ids, one);
					const standing = [...places].filter(([, place]) => place === 'agreed').map(([id]) => id);
					expect(standing).toEqual(standsId ? [standsId] : []);
				}
			)
		);
	});
});

describe('what happened, held to what was agreed', () => {
	test('is the same on both sides, and says which were late without a child', async () => {
		await agreed();
		const reference = await referred(road.school);
		await road.carry();
		// Sent on a Tuesday, opened on the Friday: three working days, and two were agreed.
		const step = {
			key: randomUUID(),
			state: 'opened',
			reason: null,
			says: '',
			supports: '',
			dueOn: null
		};
		expect(
			await referrals.stepReceived(
				...([
					road.service,
					wren,
					reference,
					step,
					later(72),
					standards.agreedWith
				] as never as Parameters<typeof referrals.stepReceived>)
			)
		).toBe('taken');
		await road.carry();

		const here = await standards.read(road.school, dee, lantern, later(73));
		const there = await standards.read(road.service, wren, mosshowe, later(73));

		expect(here?.figures).toEqual(there?.figures);
		expect(here?.figures[0]).toEqual({
			...{ what: 'opened', within: 2, done: 1, median: 3, late: 1 },
			lateReferences: [reference]
		});
		expect(JSON.stringify(here)).not.toMatch(/Robin|Mossgate/);
		const head = await standards.read(road.school, una, lantern, later(73));
		expect(head?.figures[0]).toMatchObject({ late: 1, lateReferences: [] });
		const [known] = await referrals.listReceived(road.service, wren, later(73));
		// Four working days after the Friday.
		expect(known?.events[0]?.dueOn).toBe('2026-11-19');
	});
});
