import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { write, type Database } from '../db/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	everythingIn,
	fillTheLedger,
	later,
	ledgerOf,
	nell,
	noon,
	opened,
	wren
} from '../testing.ts';
import * as cases from './index.ts';

type Db = Database<'organisation'>;

const abuse = (different = {}) => ({
	...v.parse(cases.abusePicturing, {
		key: randomUUID(),
		whoHarms: 'A partner of the mother',
		toWhom: 'The mother',
		abuseKinds: 'controlling or coercive\neconomic',
		pattern: 'Every payday.',
		effect: 'Does not sleep before Fridays.'
	}),
	...different
});
const substances = () => ({
	...{ key: randomUUID(), whose: 'Their own', what: 'Cannabis' },
	...{ howUsed: 'To sleep', harm: 'Misses mornings.', wants: 'To sleep without it.' }
});
const plan = (different = {}) => ({
	...{ key: randomUUID(), childsWords: 'A quiet place.', helps: 'The library.', reviewed: '' },
	...{ reviewOn: '2026-12-01', ...different }
});
const no = () => ({
	...{ key: randomUUID(), saidNo: 'The council', reasons: 'The pattern was not seen.' },
	...{ goesTo: 'The team manager', says: 'Sent the chronology.', byWhen: '2026-11-20' }
});

const entriesIn = async (db: Db, reference: string) =>
	opened(await cases.read(db, dee, reference, later(9)))!.chronology;
const aroundIt = async (db: Db, reference: string, at = later(9)) => {
	const { id } = opened(await cases.read(db, dee, reference, at))!;
	return write(db, (tx) => cases.around(tx, dee, id, at));
};

test('each is told in the chronology and the ledger, sent twice is one, and stands around the case', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const [picture, use, wish, disagreement] = [abuse(), substances(), plan(), no()];

	for (let time = 0; time < 2; time += 1) {
		expect(await cases.pictureAbuse(db, dee, reference, picture, later(2))).toBe('added');
		expect(await cases.pictureSubstances(db, dee, reference, use, later(3))).toBe('added');
		expect(await cases.plan(db, dee, reference, wish, later(4))).toBe('added');
		expect(await cases.disagree(db, dee, reference, disagreement, later(5))).toBe('added');
	}

	expect((await ledgerOf(db)).slice(-4)).toEqual([
		`dee added: domestic abuse picture case ${reference}`,
		`dee added: substance picture case ${reference}`,
		`dee added: support plan case ${reference}`,
		`dee added: disagreement case ${reference}`
	]);
	const entries = (await entriesIn(db, reference)).slice(0, 4);
	expect(entries.map(({ kind }) => kind)).toEqual([
		'disagreement',
		'support plan',
		'substance picture',
		'domestic abuse picture'
	]);
	expect(entries[3]?.says).toContain(
		'Kinds: controlling or coercive, economic\nPattern: Every payday.'
	);
	expect(await aroundIt(db, reference)).toMatchObject({
		abuse: { abuseKinds: ['controlling or coercive', 'economic'], by: dee.name },
		substances: { wants: 'To sleep without it.' },
		plan: { reviewOn: '2026-12-01' },
		disagreements: [{ saidNo: 'The council', late: false }]
	});
});

test('the newest picture and plan stand, and a plan that follows says what the review found', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	await cases.pictureAbuse(db, dee, reference, abuse(), later(2));
	await cases.pictureAbuse(db, dee, reference, abuse({ pattern: 'It has spread.' }), later(3));
	await cases.plan(db, dee, reference, plan(), later(2));

	expect(await cases.plan(db, dee, reference, plan(), later(3))).toBe('not reviewed');
	const second = plan({ reviewed: 'The library is full.', helps: 'The garden.' });
	expect(await cases.plan(db, dee, reference, second, later(3))).toBe('added');

	expect(await aroundIt(db, reference)).toMatchObject({
		abuse: { pattern: 'It has spread.' },
		plan: { helps: 'The garden.', reviewed: 'The library is full.' }
	});
});

test('a disagreement climbs, is late after its day, and ends once', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const first = no();
	await cases.disagree(db, dee, reference, first, later(2));
	const day = new Date('2026-11-21T12:00:00Z');
	expect(await aroundIt(db, reference, day)).toMatchObject({ disagreements: [{ late: true }] });

	const rung = { ...no(), goesTo: 'The service manager', byWhen: '2026-11-30' };
	const next = { ...rung, disagreement: first.key };
	for (let time = 0; time < 2; time += 1)
		expect(await cases.climb(db, dee, reference, next, day)).toBe('added');
	const { disagreements } = await aroundIt(db, reference, day);
	expect(disagreements[0]?.rungs.map(({ goesTo }) => goesTo)).toEqual([
		'The service manager',
		'The team manager'
	]);
	expect(disagreements[0]?.late).toBe(false);

	const end = { disagreement: first.key, ending: 'they agreed', says: 'They will visit.' } as const;
	expect(await cases.settle(db, dee, reference, end, day)).toBe('ended');
	expect(await cases.settle(db, dee, reference, end, day)).toBe('ended already');
	expect(await cases.climb(db, dee, reference, { ...next, key: randomUUID() }, day)).toBe(
		'ended already'
	);
	expect((await aroundIt(db, reference, day)).disagreements).toEqual([]);
	expect(await cases.settle(db, dee, reference, { ...end, disagreement: randomUUID() }, day)).toBe(
		'not found'
	);
});

const acts = (db: Db, who: typeof dee, reference: string, disagreement: string) => [
	() => cases.pictureAbuse(db, who, reference, abuse(), later(6)),
	() => cases.pictureSubstances(db, who, reference, substances(), later(6)),
	() => cases.plan(db, who, reference, plan(), later(6)),
	() => cases.disagree(db, who, reference, no(), later(6)),
	() => cases.climb(db, who, reference, { ...no(), disagreement }, later(6)),
	() =>
		cases.settle(
			...([db, who, reference] as const),
			{ disagreement, ending: 'we agreed', says: 'So.' },
			later(6)
		)
];

test.each([amal, bea, as(bea, 'head'), nell, wren, as(dee)])(
	'$roles write down none of it, hear what anybody hears of nothing, and see no disagreement',
	async (who) => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const first = no();
		await cases.disagree(db, dee, reference, first, later(2));
		const before = await everythingIn(db);

		for (const act of acts(db, who, reference, first.key)) expect(await act()).toBe('not found');
		for (const act of acts(db, dee, 'K-0000-0000', first.key))
			expect(await act()).toBe('not found');

		expect(await everythingIn(db)).toEqual(before);
		expect(await write(db, (tx) => cases.openDisagreements(tx, who, later(3)))).toEqual([]);
	}
);

test('nothing is written when it cannot be written in the ledger', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const first = no();
	await cases.disagree(db, dee, reference, first, later(2));
	await fillTheLedger(db);
	const before = await everythingIn(db);

	for (const act of acts(db, dee, reference, first.key)) await expect(act()).rejects.toThrow();

	expect(await everythingIn(db)).toEqual(before);
});

test.each([
	['2026-11-10', 'The day of the review must be after today'],
	['2026-11-11', undefined],
	['2027-02-02', undefined],
	['2027-02-03', 'Choose a day within 12 weeks: that is the desk’s own rule'],
	['2026-02-30', 'Write the day of the review, such as 9 11 2026']
])('a review on %s: %s', (day, says) => {
	const [reviewYear, reviewMonth, reviewDay] = day.split('-');
	const form = { key: randomUUID(), childsWords: 'A.', helps: 'B.' };

	const { issues } = v.safeParse(cases.planning(noon), {
		...form,
		...{ reviewYear, reviewMonth, reviewDay }
	});

	expect(issues?.[0].message).toBe(says);
});

test.each([
	['2026-11-10', 'The day by when must be after today'],
	['2026-11-09', 'The day by when must be today or later'],
	['2026-11-11', undefined]
])('a rung by %s: %s', (day, says) => {
	const [byWhenYear, byWhenMonth, byWhenDay] = day.split('-');
	const form = { key: randomUUID(), disagreement: 'one', goesTo: 'A.', says: 'B.' };

	const { issues } = v.safeParse(cases.climbing(noon), {
		...form,
		...{ byWhenYear, byWhenMonth, byWhenDay }
	});

	expect(issues?.[0].message).toBe(says);
});

test('neither picture asks what caused the other', () => {
	const asked = (form: object) =>
		v.safeParse(form as typeof cases.abusePicturing, { key: randomUUID() }).issues ?? [];

	const all = [...asked(cases.abusePicturing), ...asked(cases.substancePicturing)];

	expect(all).toHaveLength(10);
	expect(all.map(({ message }) => message).join()).not.toMatch(/cause|because|led to/);
});
