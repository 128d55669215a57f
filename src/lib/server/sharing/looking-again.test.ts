import { describe, expect, test } from 'vitest';
import { keyOf, lookAgain, type Leaving } from './index.ts';
import { staged, type Staged } from './testing.ts';

const [clean] = staged.filter(({ trap }) => trap === null);
const leaving = (fields: Record<string, string>, more: Partial<Leaving> = {}): Leaving => ({
	...clean!.leaving,
	...{ fields, siblings: [], others: [], unsafeNumbers: [], services: [] },
	...more
});
const foundIn = (reason: string, more: Partial<Leaving> = {}) =>
	lookAgain(leaving({ reason }, more)).map(keyOf);

const rowan = { givenName: 'Rowan', familyName: 'Mossgate', bornOn: '2012-03-09' };
const elodie = { givenName: 'Élodie', familyName: 'O’Rookstone', bornOn: '2013-01-01' };

describe('another child', () => {
	test('is found by the whole name, however it is written', () => {
		for (const written of ['Élodie O’Rookstone', "elodie o'rookstone", 'ÉLODIE  O’ROOKSTONE'])
			expect(foundIn(`She sat with ${written}.`, { others: [elodie] })).toHaveLength(1);
		expect(foundIn('Elodie O’Rookstonely came.', { others: [elodie] })).toEqual([]);
		expect(foundIn('Elodie came.', { others: [elodie] })).toEqual([]);
	});

	test('who is a sibling is found by the given name, and by the birth date', () => {
		const siblings = [rowan];

		expect(foundIn('Rowan saw it too.', { siblings })).toEqual(['a sibling: reason: Rowan']);
		expect(foundIn('A brother (9/3/12) saw it.', { siblings })).toEqual([
			'a sibling: reason: 9/3/12'
		]);
		expect(foundIn('The rowan by the gate.', { siblings })).toEqual([]);
		expect(foundIn('Rowans grow there.', { siblings })).toEqual([]);
	});
});

test.each([
	['Mossgate, Rowan was there.', 1],
	['Rowan\u00ad Mossgate was there.', 1],
	['Mossgate and Rowan were there.', 0]
])('“%s” has another child %i times', (reason, times) => {
	expect(foundIn(reason, { others: [rowan] })).toHaveLength(times);
});

test('a sibling in capitals is found', () => {
	expect(foundIn('ROWAN saw it.', { siblings: [rowan] })).toEqual(['a sibling: reason: ROWAN']);
});

test('a second address in the same words is found beside the first', () => {
	expect(foundIn('We meet at SW1A 1AA. She and mum are at HD1 2QD, in Flat 3 or Flat 4.')).toEqual([
		...['an address: reason: SW1A 1AA', 'an address: reason: HD1 2QD'],
		...['an address: reason: Flat 3', 'an address: reason: Flat 4']
	]);
});

test.each([
	['They moved to 14 fellside road.', 'an address: reason: 14 fellside road'],
	['They moved to 14 Fellside Rd, by the mill.', 'an address: reason: 14 Fellside Rd'],
	['It is HD1-2QD.', 'an address: reason: HD1-2QD'],
	['The number is A8012 0000 5001.', 'a UPN: reason: A8012 0000 5001'],
	['They moved to 14 Fellside Road.', 'an address: reason: 14 Fellside Road'],
	['They are at CA12 5AB now.', 'an address: reason: CA12 5AB'],
	['They have Flat 3b.', 'an address: reason: Flat 3b'],
	['The number is A801200005001.', 'a UPN: reason: A801200005001']
])('“%s” is found', (reason, finding) => {
	expect(foundIn(reason)).toEqual([finding]);
});

test.each([
	'We have known them since 2019, and 3 teachers have noticed.',
	'It was year 8, room for doubt, and half past 12.',
	'They walk 2 miles along the road.',
	'There were 14 of them in the class.'
])('“%s” is nothing', (reason) => {
	expect(foundIn(reason)).toEqual([]);
});

test('a number of somebody whom it is not safe to reach is found, and no other', () => {
	const unsafeNumbers = ['020 7946 0001'];

	expect(foundIn('Ring +44 20 7946 0001.', { unsafeNumbers })).toHaveLength(1);
	expect(foundIn('Ring 020 7946 0002.', { unsafeNumbers })).toEqual([]);
	expect(foundIn('Ring 020 7946 00012.', { unsafeNumbers })).toEqual([]);
	for (const written of [
		'020 7946 0001\n020 7946 0002',
		'020 7946 0001 (4pm)',
		'020 7946 0001 11 till 3',
		'+44 (0)20 7946 0001',
		'0044 20 7946 0001',
		'020.7946.0001',
		'020‑7946‑0001',
		'02079460001'
	])
		expect(foundIn(`Ring ${written}.`, { unsafeNumbers })).toHaveLength(1);
});

describe('the recipient', () => {
	const lantern = { id: 'one', name: 'Lantern Children’s Service', fromAge: 5, toAge: 18 };
	const askedOf = (...names: string[]) =>
		foundIn('', {
			recipient: lantern,
			age: 12,
			services: [lantern, ...names.map((name) => ({ id: name, name }))]
		});

	test('is looked at again when another has a like name', () => {
		expect(askedOf('Lantern House', 'Lanterns', 'Stile', 'Children’s Service')).toEqual([
			'another service of a like name: service: Lantern House',
			'another service of a like name: service: Lanterns'
		]);
	});

	test('is looked at again when it does not take the age', () => {
		expect(foundIn('', { recipient: lantern, age: 4 })).toEqual([
			'an age that it does not take: service: Lantern Children’s Service'
		]);
		expect(foundIn('', { recipient: lantern, age: 18 })).toEqual([]);
	});
});

describe('five hundred staged referrals', () => {
	const trapped = staged.filter(({ trap }) => trap !== null);
	const others = staged.filter(({ trap }) => trap === null);
	const stopped = (some: Staged[]) => some.filter(({ leaving: one }) => lookAgain(one).length > 0);

	test('are 50 with traps of each kind, and 450 without', () => {
		expect([trapped.length, others.length]).toEqual([50, 450]);
		expect(new Set(trapped.map(({ trap }) => trap)).size).toBe(4);
	});

	test('at least 49 of those with a trap are stopped before sending', () => {
		expect(stopped(trapped).length).toBeGreaterThanOrEqual(49);
	});

	test('at most 5 in 100 of the others are stopped for nothing', () => {
		expect(stopped(others).length).toBeLessThanOrEqual(450 * 0.05);
	});
});
