import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import { write } from '../db/index.ts';
import { receivedRestrictions, receivedWorkers } from '../referrals/schema.ts';
import * as referrals from '../referrals/index.ts';
import { restricted } from '../restrictions/testing.ts';
import { instantOf, usual } from '../school-days/index.ts';
import {
	aSchoolAndAService,
	dee,
	flo,
	later,
	opened,
	referred,
	sol,
	toldIn,
	una,
	wren
} from '../testing.ts';
import * as clocks from './index.ts';

const holders = { leads: [dee.id], deputies: [flo.id], heads: [una.id] };
const workers = { leads: [], deputies: [], heads: [], workers: [wren.id, sol.id] };

// It is sent on Tuesday 10 November 2026, and should be opened on the 11th.
const at = (day: string, time = '09:00') => instantOf(`2026-${day}`, time);

async function arrived() {
	const both = await aSchoolAndAService();
	const reference = await referred(both.school);
	await both.carry();
	const told = async (db: typeof both.school) =>
		(await toldIn(db)).filter((each) => / A (service (should|still)|referral)/.test(each));
	const climb = (day: string, who: clocks.Holders = holders) =>
		clocks.climb(both.school, usual, who, at(day));
	const climbAtService = (day: string) => clocks.climb(both.service, usual, workers, at(day));
	const takes = async (state: referrals.Step, dueOn: string | null, hour: number) => {
		const form = referrals.stepForm(randomUUID(), state, {
			...{ says: 'So it is.', supports: 'Ms Ash.', dueOn },
			reason: state === 'declined' ? 'no place now' : null
		});
		await referrals.stepReceived(both.service, wren, reference, form, later(hour));
		await both.carry();
	};
	return { ...both, reference, told, climb, climbAtService, takes };
}

const chase = 'A service should have answered by now. Chase it.';
const ladder = 'A service still has not answered. Take it to where you do not agree, in the case.';
const oursDue = 'A referral waits for you: something was due, and is not done.';
const oursStill = 'A referral still waits for us, and nobody has done what was due.';

describe('a service that does not do what is due', () => {
	test('is chased by whoever sent it, and a school day later taken to the ladder', async () => {
		const { school, reference, told, climb } = await arrived();

		expect(await climb('11-11')).toBe(0);
		await climb('11-12');
		expect(await told(school)).toEqual([`dee ${chase} ${reference}`]);
		await climb('11-13');
		expect(await told(school)).toEqual([
			`dee ${chase} ${reference}`,
			`dee ${ladder} ${reference}`,
			`flo ${ladder} ${reference}`
		]);
		expect(await climb('11-16')).toBe(0);
	});

	test('is told of again once it has moved and is late anew, and not because somebody wrote', async () => {
		const { school, reference, told, climb, takes } = await arrived();
		await takes('accepted', '2026-11-18', 5);
		await takes('replied', null, 6);
		expect(await climb('11-13')).toBe(0);

		await climb('11-19');
		await takes('replied', null, 24 * 9);
		await climb('11-19');

		expect(await told(school)).toEqual([`dee ${chase} ${reference}`]);
	});

	test('is chased by the leads where whoever sent it leads no more', async () => {
		const { school, reference, told, climb } = await arrived();

		await climb('11-12', { leads: [flo.id], deputies: [], heads: [] });

		expect(await told(school)).toEqual([`flo ${chase} ${reference}`]);
	});

	test('of a restricted case is told to those alone who are named', async () => {
		const { school, reference, told, climb } = await arrived();
		const { caseReference = '' } = opened(await referrals.read(school, dee, reference)) ?? {};
		await restricted(school, cases.restrictable, caseReference, later(4));

		await climb('11-13');

		expect(await told(school)).toEqual([
			`dee ${chase} ${reference}`,
			`dee ${ladder} ${reference}`,
			`una ${ladder} ${reference}`
		]);
	});
});

test('what waits for the school itself is told to whoever sent it, and then to who leads', async () => {
	const { school, reference, told, climb, takes } = await arrived();
	await takes('declined', null, 5);

	await climb('11-12');
	await climb('11-13');

	expect(await told(school)).toEqual([
		`dee ${oursDue} ${reference}`,
		`dee ${oursStill} ${reference}`,
		`flo ${oursStill} ${reference}`
	]);
});

test('what is over waits for nobody', async () => {
	const { school, reference, climb } = await arrived();
	const form = referrals.stepForm(randomUUID(), 'withdrawn', { says: 'They moved.' });
	await referrals.stepSent(school, dee, reference, form, later(5));

	expect(await climb('12-01')).toBe(0);
});

describe('at the service', () => {
	const owner =
		'A school waits for a step of yours in a referral that was due. It is in the inbox.';
	const lead = 'A school still waits for a step in a referral that was due. It is in the inbox.';

	test('everybody who may answer is told, once for each step', async () => {
		const { service, climbAtService } = await arrived();

		expect(await climbAtService('11-11')).toBe(0);
		await climbAtService('11-12');
		expect(await toldIn(service)).toEqual([`sol ${owner}`, `wren ${owner}`]);
		await climbAtService('11-13');
		expect(await toldIn(service)).toEqual([
			`sol ${owner}`,
			`sol ${lead}`,
			`wren ${owner}`,
			`wren ${lead}`
		]);
		expect(await climbAtService('11-16')).toBe(0);
	});

	test('whoever works with the young person is told first, and of a restricted one nobody else', async () => {
		const { service, climbAtService } = await arrived();
		const { id = '' } = (await referrals.listReceived(service, sol))[0] ?? {};
		const said = { referralId: id, by: sol.id, at: later(3) };
		await write(service, async (tx) => {
			await tx.insert(receivedWorkers).values({ ...said, staffId: sol.id, works: true });
			await tx
				.insert(receivedRestrictions)
				.values({ ...said, restricted: true, why: 'Known here.' });
		});

		await climbAtService('11-13');

		expect(await toldIn(service)).toEqual([`sol ${owner}`, `sol ${lead}`]);
	});

	test('where whoever could open it has left, the manager is told, and nobody else', async () => {
		const { service } = await arrived();
		const { id = '' } = (await referrals.listReceived(service, sol))[0] ?? {};
		const said = { referralId: id, by: sol.id, at: later(3) };
		await write(service, async (tx) => {
			await tx.insert(receivedWorkers).values({ ...said, staffId: sol.id, works: true });
			await tx.insert(receivedRestrictions).values({ ...said, restricted: true, why: 'Known.' });
		});
		const left = { ...workers, workers: [wren.id], managers: [wren.id] };

		await clocks.climb(service, usual, left, at('11-13'));

		expect(await toldIn(service)).toEqual([`wren ${owner}`, `wren ${lead}`]);
	});

	test('what waits for the school is not theirs to be told of', async () => {
		const { climbAtService, takes } = await arrived();
		await takes('declined', null, 5);

		expect(await climbAtService('12-01')).toBe(0);
	});
});
